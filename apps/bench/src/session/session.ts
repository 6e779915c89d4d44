import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScripts } from "../browser/bundle-scripts.ts";
import { launchBrowser } from "../browser/launch.ts";
import { interleave, type Outcome } from "../harness/interleave.ts";
import { type Findings, progress } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import { median, medianRatio } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import { versionsOf } from "../harness/versions.ts";
import { kitModules, withBuiltKit } from "../kit/build-kit.ts";
import { type Attempt, attempt } from "./attempt.ts";
import { type ProductPages, serveProduct } from "./serve-product.ts";

const latencies = [0, 50, 300];
const rounds = roundsOr(10);
const folder = fileURLToPath(new URL("page/", import.meta.url));

const bundlePages = (): Promise<ProductPages> =>
  withBuiltKit(async (kit) => {
    const alias = { "@authkit-ui/react/headless": join(kit, "headless.js") };
    const bundle = (name: string) =>
      bundleScripts(`${name}.js`, {
        code: `export { mount } from "./${name}.tsx";`,
        folder,
        nodePaths: [kitModules],
        alias,
      });
    const style = await readFile(join(kit, "styles.css"), "utf8");
    return new Map([
      ["bare", { scripts: await bundle("bare"), style: "" }],
      ["ours", { scripts: await bundle("ours"), style }],
    ]);
  });

interface Contestant {
  who: string;
  page: "bare" | "ours";
  /** Milliseconds that the pointer rests on the button before the press. */
  rest: number;
  /** Whether the person prefers reduced motion. @default false */
  reducedMotion?: boolean;
}

const contestants: Record<string, Contestant> = {
  bare: { who: "bare useAuthKit", page: "bare", rest: 0 },
  ours: { who: "ours", page: "ours", rest: 0 },
  rested: { who: "ours, after the pointer has rested for 150 ms", page: "ours", rest: 150 },
  still: { who: "ours, with reduced motion", page: "ours", rest: 0, reducedMotion: true },
};

function rowsOf(latency: number, outcomes: ReadonlyMap<string, Outcome<Attempt>>) {
  const bare = outcomes.get("bare");
  const reference = bare && "samples" in bare ? bare.samples : [];
  return Object.entries(contestants).map(([name, { who }]): Record<string, Cell> => {
    const outcome = outcomes.get(name);
    if (!outcome || "failure" in outcome) return { latency, who: `${who}: ${outcome?.failure}` };
    const { samples } = outcome;
    return {
      latency,
      who,
      response: median(samples.map(({ response }) => response)),
      frame: median(samples.map(({ frame }) => frame)),
      list: median(samples.map(({ list }) => list)),
      ratio: medianRatio(samples, reference, ({ list }) => list),
    };
  });
}

/** How long a press of the button takes, beside AuthKit's own hook. */
export async function measureSession(): Promise<Findings> {
  const pages = await bundlePages();
  const script = await bundleScripts("notes.js", { code: 'import "./note-moments.ts";', folder });
  const notes = script.get("notes.js") ?? "";
  const browser = await launchBrowser();
  const rows: Record<string, Cell>[] = [];
  try {
    for (const latency of latencies) {
      const product = await serveProduct(pages, { latency });
      try {
        const inTurns = Object.entries(contestants).map(
          ([name, { page, rest, reducedMotion }]) => ({
            name,
            measure: () =>
              attempt(browser, `${product.origin}/${page}`, { notes, rest, reducedMotion }),
          }),
        );
        const outcomes = await interleave(inTurns, {
          rounds,
          warmUps: 1,
          onProgress: (name, round) =>
            progress(`session: ${latency} ms, ${name}, round ${round + 1}`),
        });
        rows.push(...rowsOf(latency, outcomes));
      } finally {
        await product.close();
      }
    }
    return {
      tables: [
        {
          caption: "From the click, milliseconds",
          columns: [
            { key: "latency", title: "Pica's latency" },
            { key: "who", title: "who" },
            { key: "response", title: "dialog or frame is there" },
            { key: "frame", title: "AuthKit's page is visible" },
            { key: "list", title: "its list is there" },
            { key: "ratio", title: "list, × bare", digits: 2 },
          ],
          rows,
        },
      ],
      notes: [
        `Medians of ${rounds} attempts, taken in turns after a warm-up, each in a new browser ` +
          "context; the ratio is the median of the ratios within a round. Every answer of the " +
          "emulated Pica, its page included, takes the latency. Bare is `useAuthKit` with a token " +
          "route of `@picahq/authkit-token`, both as their READMEs show them; ours opens its " +
          "dialog and asks its server for a connect session first; the button can show " +
          "`isLoading` from the click on, which is not counted here. The machine has no graphics " +
          "processor, so that the dialog's opening animation takes time from AuthKit's page; with " +
          "reduced motion there is none. Both token routes answer AuthKit's page with all connectors.",
      ],
      versions: {
        Chromium: browser.version(),
        ...versionsOf(["@picahq/authkit", "@picahq/authkit-token", "react", "playwright"]),
      },
    };
  } finally {
    await browser.close();
  }
}
