import cssnano from "cssnano";
import { transformSync } from "esbuild";
import { type Targets, transform } from "lightningcss";
import postcss from "postcss";
import type { BrowserCommand } from "vitest/node";
import { buildStyles } from "./build-styles.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    /** The kit's sheets after a minifier of {@link minifiers}, one after the other. */
    minifiedStyles: (minifier: string) => Promise<string>;
  }
}

const lightningCss = (targets?: Targets) => (css: string) =>
  String(
    transform({
      filename: "styles.css",
      code: Buffer.from(css),
      minify: true,
      ...(targets && { targets }),
    }).code,
  );

const version = (major: number, minor = 0) => (major << 16) | (minor << 8);
const baseline2023 = {
  chrome: version(111),
  edge: version(111),
  safari: version(16, 4),
  ios_saf: version(16, 4),
};

/** What a product's production build does to our sheets, by who does it. */
export const minifiers: Record<string, (css: string) => string | Promise<string>> = {
  "Lightning CSS as Vite 8 calls it": lightningCss({ ...baseline2023, firefox: version(114) }),
  "Lightning CSS as Next 16 calls it": lightningCss({ ...baseline2023, firefox: version(111) }),
  "Lightning CSS as Parcel calls it": lightningCss(),
  "Lightning CSS for Chrome 80": lightningCss({ chrome: version(80) }),
  "esbuild as Vite 5 to 7 call it": (css) =>
    transformSync(css, {
      loader: "css",
      minify: true,
      target: ["chrome87", "edge88", "firefox78", "safari14"],
    }).code,
  "cssnano as webpack calls it": async (css) =>
    (await postcss([cssnano()]).process(css, { from: undefined })).css,
};

/** Every sheet that is shipped. */
export const shippedSheets = [
  "index.css",
  "dark.css",
  "themes/bold.css",
  "themes/dense.css",
  "themes/neutral.css",
];

let built: Promise<string[]> | undefined;

export const minifiedStyles: BrowserCommand<[string]> = async (_context, name) => {
  const minify = minifiers[name];
  if (!minify) throw new Error(`There is no minifier ${name}.`);
  built ??= Promise.all(shippedSheets.map((file) => buildStyles(file)));
  const sheets = await Promise.all((await built).map(minify));
  return sheets.join("\n");
};
