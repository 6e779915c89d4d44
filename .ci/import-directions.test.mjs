import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findBrokenDirections } from "./import-directions.mjs";

const folders = [];

/** A tree of sources in a temporary folder: path → text. */
function tree(files) {
  const root = mkdtempSync(join(tmpdir(), "directions-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const broken = {
  "the kit imports the server": {
    "packages/react/src/index.ts": `export { x } from "@authkit-ui/server";`,
  },
  "the emulator imports the contract": {
    "packages/emulator/src/index.ts": `import type { Connector } from "@authkit-ui/contract";`,
  },
  "a package reaches into another by path": {
    "packages/server/src/index.ts": `import { x } from "../../emulator/src/x.ts";`,
  },
  "a package imports an app": {
    "packages/server/src/index.ts": `import { x } from "../../../apps/demo/src/x.ts";`,
  },
  "the api imports React": { "packages/react/src/api/client.ts": `import { use } from "react";` },
  "the ui imports a feature": {
    "packages/react/src/ui/button.tsx": `import { x } from "../session/store.ts";`,
  },
  "the session imports a query, by its type alone": {
    "packages/react/src/session/x.tsx": `import type { X } from "../data/connections-query.ts";`,
  },
  "a component imports another": {
    "packages/react/src/connections-list/x.tsx": `import { x } from "../connect-button/x.tsx";`,
  },
  "the server's store imports a rule of the connections": {
    "packages/server/src/store/x.ts": `import { x } from "../connections/x.ts";`,
  },
  "the server's http imports an entry, by its type alone": {
    "packages/server/src/http/x.ts": `import type { X } from "../options.ts";`,
  },
  "a folder of the server that nobody listed imports another": {
    "packages/server/src/new/x.ts": `import { x } from "../text/x.ts";`,
  },
  "two files import each other": {
    "packages/server/src/a.ts": `import type { B } from "./b.ts";`,
    "packages/server/src/b.ts": `export const load = () => import("./a.ts");`,
  },
  "a view fetches": {
    "packages/react/src/connections-list/connections-list-view.tsx": `import { x } from "../hooks/use-connections.ts";`,
  },
  "a component imports AuthKit": {
    "packages/react/src/connect-button/x.tsx": `import { useAuthKit } from "@picahq/authkit";`,
  },
  "the server's root reaches Node through another file": {
    "packages/server/src/index.ts": `export { x } from "./x.ts";`,
    "packages/server/src/x.ts": `import fs from "node:fs";`,
  },
  "the headless entry reaches a styled component lazily": {
    "packages/react/src/headless.ts": `export const load = () => import("./connections-list/connections-list.tsx");`,
    "packages/react/src/connections-list/connections-list.tsx": "export const x = 1;",
  },
};

describe("import directions", () => {
  it("hold in this repository", () => {
    expect(findBrokenDirections(process.cwd())).toEqual([]);
  });

  it.each(Object.entries(broken))("are broken when %s", (_name, files) => {
    expect(findBrokenDirections(tree(files))).toHaveLength(1);
  });

  it("let tests and stories import the server and the emulator", () => {
    const root = tree({
      "packages/react/src/x.test.tsx": `import { createConnectServer } from "@authkit-ui/server";`,
      "packages/react/src/x.stories.tsx": `import { createEmulator } from "@authkit-ui/emulator";`,
      "packages/react/test/backend.ts": `import { createEmulator } from "@authkit-ui/emulator";`,
    });
    expect(findBrokenDirections(root)).toEqual([]);
  });
});
