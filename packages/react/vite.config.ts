import { existsSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { styles } from "./styles.vite.ts";

/** One entry per file of a folder, below the folder's public name. */
function entriesOf(path: string, name: string) {
  const folder = join(import.meta.dirname, path);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    files
      .filter((file) => /^[\w-]+\.(tsx?|css)$/.test(file))
      .map((file) => [`${name}/${parse(file).name}`, join(folder, file)]),
  );
}

/**
 * Every element of JSX is marked as pure. Inside of a function that decides nothing, and bundlers
 * carry the marks into the product. As many spaces in their place keep the source maps true.
 */
const withoutMarksOfElements: Plugin = {
  name: "authkit-ui:without-marks-of-elements",
  renderChunk: (code) => ({
    code: code.replaceAll(/\/\* @__PURE__ \*\/(?= jsxs?\()/g, (mark) => " ".repeat(mark.length)),
    map: null,
  }),
};

/**
 * ESM only, one file per source file, so that a bundler takes what is used and `"use client"` stays
 * with the files that say it. Nothing but our own sources is in it: see the licence of
 * `@picahq/authkit`.
 */
export default defineConfig({
  plugins: [styles(), withoutMarksOfElements],
  // Whatever NODE_ENV says, e.g. inside a test: the other runtime writes paths of this machine.
  oxc: { jsx: { runtime: "automatic", development: false } },
  build: {
    target: "es2023",
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    // The sheet is used as it is shipped; the modules pass through the consumer's own bundler.
    cssMinify: true,
    lib: {
      entry: {
        index: "src/index.ts",
        headless: "src/headless.ts",
        "ai-sdk": "src/ai-sdk.ts",
        one: "src/one.ts",
        "one-headless": "src/one-headless.ts",
        "test-setup/index": "src/test-setup/index.ts",
        ...entriesOf("src/messages/locales", "messages/locales"),
        styles: "src/styles/index.css",
        dark: "src/styles/dark.css",
        ...entriesOf("src/styles/themes", "themes"),
      },
      formats: ["es"],
    },
    rolldownOptions: {
      // `"use client"` is preserved, as each module stays a file of its own: a release check looks.
      checks: { moduleLevelDirective: false },
      external: (id) => !id.startsWith(".") && !id.startsWith("/"),
      output: {
        preserveModules: true,
        preserveModulesRoot: "src",
        entryFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});
