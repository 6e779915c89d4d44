import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import postcss from "postcss";
import { compile } from "tailwindcss";
import type { BrowserCommand } from "vitest/node";
import { buildStyles } from "./build-styles.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    /** Stylesheets as hosts have them, and the kit's as it is shipped. */
    styleSheets: () => Promise<{ kit: string; hosts: Record<string, string> }>;
  }
}

const require = createRequire(import.meta.url);
/** Classes that the test's host uses, and the kit might. */
const used = "grid grid-cols-2 md:grid-cols-4 p-4 rounded shadow border flex hidden text-sm";

async function tailwind3() {
  const plugin = require("tailwindcss-3");
  const result = await postcss([plugin({ content: [{ raw: used, extension: "html" }] })]).process(
    "@tailwind base; @tailwind components; @tailwind utilities;",
    { from: undefined },
  );
  return result.css;
}

async function tailwind4() {
  const load = async (id: string, base: string) => {
    const path = require.resolve(id === "tailwindcss" ? "tailwindcss/index.css" : id, {
      paths: [base],
    });
    return { path, base: dirname(path), content: await readFile(path, "utf8") };
  };
  const compiler = await compile('@import "tailwindcss";', {
    base: import.meta.dirname,
    loadStylesheet: load,
  });
  return compiler.build(used.split(" "));
}

let sheets: Promise<{ kit: string; hosts: Record<string, string> }> | undefined;

async function readSheets() {
  const bootstrap = await readFile(require.resolve("bootstrap/dist/css/bootstrap.css"), "utf8");
  return {
    kit: await buildStyles(),
    hosts: {
      "a bare page": "",
      "a reset of everything": "* { margin: 0; padding: 0; }",
      "Bootstrap 5": bootstrap,
      "Tailwind CSS 3": await tailwind3(),
      "Tailwind CSS 4": await tailwind4(),
    },
  };
}

export const styleSheets: BrowserCommand<[]> = () => {
  sheets ??= readSheets();
  return sheets;
};
