import { parts } from "./client/parts.ts";
import { startPage } from "./client/start-page.ts";

/**
 * The hosted page's script, put together from the source text of its functions. That needs no
 * build step: it gives the same script under tsx, Vite's dev server and a bundler, in Node and in
 * a browser. The price: a function in `client/` may use nothing of its module but types; other
 * functions reach it as arguments. A test runs the script out of a minified bundle to hold us to it.
 */
export function clientScript(): string {
  const sources = Object.entries(parts).map(([name, part]) => `${name}: ${part}`);
  return [
    '"use strict";',
    "{",
    // tsx marks functions with this helper of esbuild's to keep their names.
    "const __name = (target) => target;",
    'const config = JSON.parse(document.getElementById("config").textContent);',
    `const parts = { ${sources.join(",\n")} };`,
    `(${startPage})(parts, config);`,
    "}",
  ].join("\n");
}
