import tailwindcss from "@tailwindcss/vite";
import postcss, { type AtRule } from "postcss";
import type { Plugin, PluginOption } from "vite";

/** The kit's own sheets, whoever builds them: the library, the demo, Storybook or a test. */
const isOurs = (id: string) => /\/packages\/react\/src\/styles\/[^?]+\.css/.test(id);

/** `.a { color: x; @supports (…) { color: y } }` becomes `.a { color: y }`. */
function preferSupported(query: AtRule) {
  query.each((node) => {
    if (node.type !== "decl") return;
    const fallback = query.prev();
    if (fallback?.type === "decl" && fallback.prop === node.prop) fallback.value = node.value;
    else query.before(node.clone());
  });
  query.remove();
}

/**
 * What Tailwind adds, and the kit does not want: its internal names come without a prefix, while a
 * host with its own Tailwind sets the same ones on every element; and each `color-mix()` brings a
 * fallback for browsers that are older than `light-dark()`, without which nothing works anyway.
 */
const withoutTailwindsTraces: Plugin = {
  name: "authkit-ui:without-tailwinds-traces",
  enforce: "pre",
  transform(code, id) {
    if (!isOurs(id)) return null;
    const sheet = postcss.parse(code);
    sheet.walkComments((comment) => {
      comment.remove();
    });
    sheet.walkAtRules("supports", (rule) => {
      if (rule.params.includes("color-mix(in lab, red, red)")) preferSupported(rule);
    });
    sheet.walkAtRules("layer", (rule) => {
      rule.params = `ak-${rule.params}`;
    });
    return { code: sheet.toString().replaceAll("--tw-", "--ak-tw-"), map: null };
  },
};

/**
 * The first browsers with `light-dark()` and relative colours. Older targets would make the
 * minifier write its own variables for both, which no longer follow the host's `color-scheme`.
 */
const targets: Plugin = {
  name: "authkit-ui:css-targets",
  config: () => ({ build: { cssTarget: ["chrome123", "firefox128", "safari18"] } }),
};

/**
 * The minifier keeps the spaces of a value that only the browser can work out, such as a `var()`
 * in a `color-mix()`.
 */
const withoutSpacesInValues: Plugin = {
  name: "authkit-ui:without-spaces-in-values",
  enforce: "post",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
      const sheet = postcss.parse(String(file.source));
      sheet.walkDecls((declaration) => {
        if (/["']/.test(declaration.value)) return;
        declaration.value = declaration.value.replaceAll(/, | ([*/]) /g, (_, sign = ",") => sign);
      });
      file.source = sheet.toString();
    }
  },
};

/** Everything that turns `src/styles/index.css` into the sheet that is shipped. */
export function styles(): PluginOption[] {
  return [tailwindcss({ optimize: false }), withoutTailwindsTraces, targets, withoutSpacesInValues];
}
