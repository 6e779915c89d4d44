import tailwindcss from "@tailwindcss/vite";
import postcss, { type AtRule, type Declaration } from "postcss";
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

const literal = /(#[\da-f]{3,8}|rgb\([^()]*\)|transparent)/.source;
const lightDark = new RegExp(`light-dark\\(\\s*${literal}\\s*,\\s*${literal}\\s*\\)`, "gi");

type Channels = readonly [red: number, green: number, blue: number, alpha: number];

/** `null` for `transparent`, which takes the channels of the colour that it stands beside. */
function channelsOf(color: string): Channels | null {
  if (/^transparent$/i.test(color)) return null;
  const [, hex] = /^#(.*)/.exec(color) ?? [];
  const parts = hex
    ? (hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? [])).map(
        (byte, index) => Number.parseInt(byte, 16) / (index === 3 ? 255 : 1),
      )
    : (color.match(/[\d.]+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  return [red, green, blue, alpha];
}

/** One channel of both: the green of `Canvas` is 255 in light, at most 30 in dark. */
function eitherOf(light: number, dark: number): string {
  if (light === dark) return String(light);
  return light > dark
    ? `clamp(${dark}, (g - 128) * 999, ${light})`
    : `clamp(${light}, (128 - g) * 999, ${dark})`;
}

/**
 * `light-dark(#fff, #19191c)` becomes the same colour relative to `Canvas`, which follows
 * `color-scheme` as natively. The default minifiers of Vite 8 and Next 16 replace `light-dark()`,
 * however it is written, by variables of their own that nothing sets in a product whose CSS does not
 * declare `color-scheme`; they leave this form alone.
 */
function followCanvas(declaration: Declaration) {
  const value = declaration.value.replaceAll(lightDark, (_, first: string, second: string) => {
    const light = channelsOf(first);
    const dark = channelsOf(second);
    const [lightChannels, darkChannels] = [light ?? dark, dark ?? light];
    if (!lightChannels || !darkChannels) return "transparent";
    const [red, green, blue] = [0, 1, 2].map((channel) =>
      eitherOf(lightChannels[channel] ?? 0, darkChannels[channel] ?? 0),
    );
    const alpha = eitherOf(light?.[3] ?? 0, dark?.[3] ?? 0);
    return `rgb(from Canvas ${red} ${green} ${blue}${alpha === "1" ? "" : ` / ${alpha}`})`;
  });
  if (/light-dark\(/i.test(value)) {
    throw declaration.error(
      "light-dark() takes two literal colours here: hex, rgb(), transparent.",
    );
  }
  declaration.value = value;
}

/**
 * What Tailwind adds, and the kit does not want: its internal names come without a prefix, while a
 * host with its own Tailwind sets the same ones on every element; and each `color-mix()` brings a
 * fallback for browsers that are older than relative colours, without which nothing works anyway.
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
    sheet.walkDecls(followCanvas);
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
 * The first browsers whose relative colours take a system colour. Older targets would make the
 * minifier rewrite what these know.
 */
const targets: Plugin = {
  name: "authkit-ui:css-targets",
  config: () => ({ build: { cssTarget: ["chrome131", "firefox133", "safari18"] } }),
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

/** Everything that turns the files of `src/styles` into the sheets that are shipped. */
export function styles(): PluginOption[] {
  return [tailwindcss({ optimize: false }), withoutTailwindsTraces, targets, withoutSpacesInValues];
}
