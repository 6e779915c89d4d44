import { reasonOf } from "../harness/interleave.ts";
import { type Findings, progress } from "../harness/report.ts";
import type { Cell } from "../harness/table.ts";
import { versionsOf } from "../harness/versions.ts";
import { kitModules, withBuiltKit } from "../kit/build-kit.ts";
import { installPeer } from "../peers/install-peer.ts";
import { type BundleSize, measureBundle } from "./measure-bundle.ts";
import { peerParts } from "./peers.ts";

const isReact = (id: string) => /^react(-dom)?(\/|$)/.test(id);
const isReactOrQuery = (id: string) => isReact(id) || id === "@tanstack/react-query";
const kilobyte = 1000;

/** The kit's parts, each as an app imports it, and its budget in bytes of gzip. */
const ourParts = [
  {
    what: "ConnectButton, ConnectProvider",
    code: `export { ConnectButton, ConnectProvider } from "../index.js";`,
    budget: 14 * kilobyte,
  },
  { what: "everything exported", code: `export * from "../index.js";`, budget: 30 * kilobyte },
  {
    what: "headless: everything exported",
    code: `export * from "../headless.js";`,
    budget: null,
  },
] as const;
const sheet = `import "../styles.css";`;
const sheetBudget = 8 * kilobyte;
/** What is loaded first and later together. */
const totalBudget = 75 * kilobyte;

const row = (who: string, what: string, { js, later, css }: BundleSize): Record<string, Cell> => ({
  who,
  what,
  minified: js.minified,
  gzip: js.gzip,
  brotli: js.brotli,
  later: later.gzip,
  css: css?.gzip ?? null,
});

const allOf = ({ js, later }: BundleSize) => js.gzip + later.gzip;

async function measureOurs() {
  return withBuiltKit(async (dist) => {
    const measure = (code: string, isExternal: (id: string) => boolean) =>
      measureBundle({ code, folder: dist, nodePaths: [kitModules], isExternal });
    const rows = [];
    const budgets = [];
    for (const { what, code, budget } of ourParts) {
      const bundle = await measure(code, isReactOrQuery);
      rows.push(row("ours", `${what}; React Query not counted`, bundle));
      if (budget !== null) budgets.push({ what, budget, gzip: bundle.js.gzip });
      if (what === "everything exported") {
        budgets.push({ what: "all that is ever loaded", budget: totalBudget, gzip: allOf(bundle) });
      }
    }
    const whole = await measure(`${sheet} export * from "../index.js";`, isReact);
    rows.push(row("ours", "everything exported, styles.css, React Query", whole));
    budgets.push({ what: "styles.css", budget: sheetBudget, gzip: whole.css?.gzip ?? Number.NaN });
    return { rows, budgets, whole: allOf(whole) };
  });
}

async function measurePeers(whole: number) {
  const rows: Record<string, Cell>[] = [];
  for (const { name, what, code, ...peer } of peerParts) {
    progress(`size: ${name}`);
    try {
      const folder = await installPeer(peer);
      const bundle = await measureBundle({ code, folder, isExternal: isReact });
      rows.push({ ...row(name, what, bundle), ratio: allOf(bundle) / whole });
    } catch (error) {
      rows.push({ who: name, what: `not measured: ${reasonOf(error)}` });
    }
  }
  return rows;
}

/** What one import of the kit costs, beside the nearest part of each peer. */
export async function measureSize(): Promise<Findings> {
  const ours = await measureOurs();
  const peers = await measurePeers(ours.whole);
  return {
    tables: [
      {
        caption: "What one import costs, bytes; React and React DOM never counted",
        columns: [
          { key: "who", title: "who" },
          { key: "what", title: "imported" },
          { key: "minified", title: "JS min" },
          { key: "gzip", title: "JS gzip" },
          { key: "brotli", title: "JS brotli" },
          { key: "later", title: "JS later, gzip" },
          { key: "css", title: "CSS gzip" },
          { key: "ratio", title: "all JS gzip, × ours", digits: 2 },
        ],
        rows: [
          ...ours.rows.map((one, index) => ({
            ...one,
            ratio: index === ours.rows.length - 1 ? 1 : null,
          })),
          ...peers,
        ],
      },
      {
        caption: "Against the budgets, bytes of gzip; React Query not counted",
        columns: [
          { key: "what", title: "what" },
          { key: "budget", title: "budget" },
          { key: "gzip", title: "is" },
          { key: "verdict", title: "verdict" },
        ],
        rows: ours.budgets.map(({ what, budget, gzip }) => ({
          what,
          budget,
          gzip,
          verdict: gzip <= budget ? "holds" : `missed by ${Math.round(gzip - budget)}`,
        })),
      },
    ],
    notes: [
      "Ours is the kit as its own build makes it, `@picahq/authkit` included; peers are installed " +
        "alone, in a temporary folder, without their install scripts. rolldown, Vite 8's " +
        "bundler, bundles and minifies one module for each row as the entry of an app; what a package " +
        "loads later by itself, ours its dialog, menus and lists of choices, has a column of its own. Sizes are exact: nothing is repeated. A ratio below 1 is a peer " +
        "that is smaller than the whole of ours: those leave the interface to a page of their own " +
        "(AuthKit, Nango) or show one list without a search that works (Unified).",
    ],
    versions: versionsOf(["rolldown", "react", "@tanstack/react-query", "@picahq/authkit"]),
  };
}
