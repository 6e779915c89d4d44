import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScripts } from "../browser/bundle-scripts.ts";
import { launchBrowser } from "../browser/launch.ts";
import { interleave } from "../harness/interleave.ts";
import { type Findings, progress } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import { versionsOf } from "../harness/versions.ts";
import { kitModules, withBuiltKit } from "../kit/build-kit.ts";
import { type ProductPages, serveProduct } from "../session/serve-product.ts";
import { limitTable } from "./limits.ts";
import { type Held, pressContestants, pressRows } from "./presses.ts";
import { shiftContestants, shiftRows } from "./shifts.ts";
import type { Stage } from "./visit.ts";

const visits = roundsOr(5);
const times = roundsOr(10);
/** Milliseconds of the way to the product's server and back: more than feedback may wait for. */
const delay = 150;
const folder = fileURLToPath(new URL("page/", import.meta.url));
const host = fileURLToPath(new URL("../gallery/page/host.css", import.meta.url));

const bundlePage = (): Promise<ProductPages> =>
  withBuiltKit(async (kit) => {
    const scripts = await bundleScripts("feedback.js", {
      code: 'export { mount } from "./ours.tsx";',
      folder,
      nodePaths: [kitModules],
      alias: { "@authkit-ui/react": join(kit, "index.js") },
    });
    const sheets = [host, join(kit, "styles.css")].map((file) => readFile(file, "utf8"));
    return new Map([["feedback", { scripts, style: (await Promise.all(sheets)).join("\n") }]]);
  });

const inTurns = (what: string, rounds: number) => ({
  rounds,
  warmUps: 1,
  onProgress: (name: string, round: number) =>
    progress(`feedback: ${what}, ${name}, round ${round + 1}`),
});

/** Whether the page stands still, and how soon it shows that a press was heard. */
export async function measureFeedback(): Promise<Findings> {
  const pages = await bundlePage();
  const script = await bundleScripts("observe.js", { code: 'import "./observe.ts";', folder });
  const product = await serveProduct(pages, { delay });
  const browser = await launchBrowser();
  const stage: Stage = { browser, product, observe: script.get("observe.js") ?? "" };
  const held: Held = new Map();
  try {
    const shifts = shiftRows(await interleave(shiftContestants(stage), inTurns("shifts", visits)));
    const presses = pressRows(
      await interleave(pressContestants(stage, held), inTurns("presses", times)),
      held,
    );
    return {
      tables: [
        {
          caption: `Layout shift, worst of ${visits}`,
          columns: [
            { key: "what", title: "while" },
            { key: "counted", title: "layout shift", digits: 3 },
            { key: "all", title: "with those after an input", digits: 3 },
            { key: "moved", title: "moved most" },
            { key: "field", title: "search field moved, px" },
          ],
          rows: shifts,
        },
        {
          caption: `From the press to what shows that it was heard, milliseconds, ${times} times`,
          columns: [
            { key: "what", title: "press" },
            { key: "shows", title: "shown by" },
            { key: "changed", title: "change", digits: 1 },
            { key: "worstChange", title: "worst", digits: 1 },
            { key: "painted", title: "painted", digits: 1 },
            { key: "worstPaint", title: "worst", digits: 1 },
            { key: "held", title: "looks held" },
          ],
          rows: presses,
        },
        limitTable(shifts, presses),
      ],
      notes: [
        "Taken in turns after a warm-up, each time by somebody new in a new browser context of 1280 " +
          "by 900 px: the list above the gallery above a paragraph of the host's, with the whole " +
          `catalog. Every answer of the product's server takes ${delay} ms: skeletons are painted, ` +
          "and feedback that waited for the server would break its limit.",
        "A layout shift is the browser's own figure, summed up. Chromium leaves out those within " +
          "half a second of an input, which the next column counts too; a connect ends with a " +
          "sign-in in another window, so that what it changes counts. Flows begin with four " +
          "accounts, one of which needs attention, and are watched for a second after their end. " +
          "A list that gets or loses a row moves what stands below it, and on a first visit nobody knows how many " +
          "accounts there will be: the skeleton has three rows.",
        "A press comes from Playwright's mouse or keyboard. It begins with the time stamp of " +
          "`pointerdown` or `keydown`; the pointer arrives with it, and the button is released at " +
          "once. Change is when the document first shows it, painted is the end of the frame that " +
          "comes next. Looks held says whether the control's style differs while the mouse button " +
          "is down.",
      ],
      versions: { Chromium: browser.version(), ...versionsOf(["react", "playwright"]) },
    };
  } finally {
    await browser.close();
    await product.close();
  }
}
