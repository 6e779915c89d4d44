import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";

const { files, folder } = inject("packages").find(({ name }) => name === "@authkit-ui/react");
const modules = files.filter((file) => file.endsWith(".js"));
const read = (file) => readFileSync(join(folder, file), "utf8");
const saysSo = (code) => /^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*["']use client["'];/.test(code);

/** Of React, what exists in a browser alone. */
const clientOnly =
  /\b(use(State|Reducer|Ref|Effect|LayoutEffect|InsertionEffect|SyncExternalStore|Context|Transition|Optimistic)|createContext)\b/;

it('says "use client" in every file that uses what only a browser has', () => {
  const silent = modules.filter((file) => {
    const imported = /import \{([^}]*)\} from "react";/.exec(read(file))?.[1] ?? "";
    return clientOnly.test(imported) && !saysSo(read(file));
  });
  expect(silent).toEqual([]);
});

it("leaves it out of the entries, so that constants and types stay usable on a server", () => {
  expect(
    [
      "dist/index.js",
      "dist/headless.js",
      "dist/ai-sdk.js",
      "dist/one.js",
      "dist/one-headless.js",
    ].filter((file) => saysSo(read(file))),
  ).toEqual([]);
});
