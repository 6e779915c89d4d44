// Run as `node observe-in-node.mjs SPECIFIER…`: imports each and prints what that did to the process.
import { createRequire } from "node:module";
import { Socket } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const effects = [];

/** Notes each call of `owner[name]` from an installed module, not Node's own, and lets it happen. */
function watch(owner, name, what = name) {
  const original = owner[name];
  owner[name] = function (...args) {
    const { stack } = new Error();
    if (stack.includes("node_modules")) effects.push(`${what}(${String(args[0])})`);
    return Reflect.apply(original, this, args);
  };
}

const { resolve } = createRequire(join(process.cwd(), "product.js"));
const urls = process.argv.slice(2).map((specifier) => pathToFileURL(resolve(specifier)).href);

const globals = new Set(Reflect.ownKeys(globalThis));
for (const timer of ["setTimeout", "setInterval", "setImmediate"]) watch(globalThis, timer);
watch(globalThis, "fetch");
watch(EventTarget.prototype, "addEventListener");
watch(process, "on", "process.on");
watch(process, "addListener", "process.on");
watch(process.stdout, "write", "stdout");
watch(process.stderr, "write", "stderr");
watch(Socket.prototype, "connect", "connect");
const resources = process.getActiveResourcesInfo().length;

const modules = await Promise.all(urls.map((url) => import(url)));
const exported = modules.flatMap((module) => Object.keys(module));

const resourcesAdded = process.getActiveResourcesInfo().length - resources;
const added = Reflect.ownKeys(globalThis).filter((key) => !globals.has(key));
console.log(
  JSON.stringify({
    exported,
    effects,
    globals: added.map(String),
    resources: resourcesAdded,
  }),
);
