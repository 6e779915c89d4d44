import { createBackend } from "./client/create-backend.ts";
import { createConnectorView } from "./client/create-connector-view.ts";
import { createForm } from "./client/create-form.ts";
import { createList } from "./client/create-list.ts";
import { createMessenger } from "./client/create-messenger.ts";
import { createProblem } from "./client/create-problem.ts";
import { createScreen } from "./client/create-screen.ts";
import { fetchToken } from "./client/fetch-token.ts";
import { openWindow } from "./client/open-window.ts";
import { readPayload } from "./client/read-payload.ts";
import { waitForSignIn } from "./client/sign-in.ts";
import { startPage } from "./client/start-page.ts";

const parts = {
  createBackend,
  createConnectorView,
  createForm,
  createList,
  createMessenger,
  createProblem,
  createScreen,
  fetchToken,
  openWindow,
  readPayload,
  waitForSignIn,
};

/** The parts of the hosted page's script, as they reach `startPage`. */
export type Parts = typeof parts;

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
