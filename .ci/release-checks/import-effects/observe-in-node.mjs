// Run as `node --experimental-import-meta-resolve observe-in-node.mjs SPECIFIER…` in a product's
// folder: imports each and prints what that did to the process.
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

// As a module of the product would: the CommonJS entries are others. Node takes the second argument
// only with its flag.
const product = pathToFileURL(join(process.cwd(), "product.js")).href;
const urls = process.argv.slice(2).map((specifier) => import.meta.resolve(specifier, product));

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
