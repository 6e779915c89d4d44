import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScripts, type Scripts } from "../browser/bundle-scripts.ts";
import { reasonOf } from "../harness/interleave.ts";
import { kitModules, withBuiltKit } from "../kit/build-kit.ts";
import { installPeer, type Peer } from "../peers/install-peer.ts";

/** Those that show connectors, by the name of their page. */
export const contestants = {
  "bare-list": { who: "bare list of 30", peer: null },
  ours: { who: "ours", peer: null },
  "full-list": { who: "full list", peer: null },
  "virtual-list": {
    who: "react-virtual list",
    peer: { dependencies: { "@tanstack/react-virtual": "3.14.26" } },
  },
  cmdk: { who: "cmdk", peer: { dependencies: { cmdk: "1.1.1" } } },
  unified: {
    who: "Unified directory",
    peer: { dependencies: { "@unified-api/react-directory": "1.1.25" } },
  },
  pipedream: {
    who: "Pipedream SelectApp",
    peer: {
      dependencies: { "@pipedream/connect-react": "3.0.1", "@emotion/react": "^11.14.0" },
    },
  },
} as const satisfies Record<string, { who: string; peer: Peer | null }>;

export type ContestantName = keyof typeof contestants;
export const contestantNames = Object.keys(contestants) as ContestantName[];

/** A page's scripts and sheet, or why there is none. */
export type Page = { scripts: Scripts; style: string } | { failure: string };

const pages = fileURLToPath(new URL("page/", import.meta.url));
function bundle(name: ContestantName, nodePaths: string[], alias: Record<string, string>) {
  const code = `
    import { contestant } from "./${name}.tsx";
    import { openStage } from "./stage.ts";
    await openStage(contestant);`;
  return bundleScripts(`${name}.js`, { code, folder: pages, nodePaths, alias });
}

/** Sheets, one after the other. */
async function styleOf(...files: string[]): Promise<string> {
  return (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
}

async function pageOf(name: ContestantName, kit: string): Promise<Page> {
  const host = join(pages, "host.css");
  try {
    if (name === "ours") {
      const alias = { "@authkit-ui/react": join(kit, "index.js") };
      const style = await styleOf(host, join(kit, "styles.css"));
      return { scripts: await bundle(name, [kitModules], alias), style };
    }
    const { peer } = contestants[name];
    const nodePaths = peer ? [join(await installPeer(peer), "node_modules")] : [];
    const style = await styleOf(host, join(pages, "list.css"));
    return { scripts: await bundle(name, nodePaths, {}), style };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** Bundles every contestant for production, each with the same React. */
export const bundlePages = (): Promise<Map<ContestantName, Page>> =>
  withBuiltKit(async (kit) => {
    const made = new Map<ContestantName, Page>();
    for (const name of contestantNames) made.set(name, await pageOf(name, kit));
    return made;
  });
