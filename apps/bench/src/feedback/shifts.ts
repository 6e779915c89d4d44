import type { Locator, Page } from "playwright";
import type { Contestant, Outcome } from "../harness/interleave.ts";
import type { Cell } from "../harness/table.ts";
import type { Shifts } from "./page/observe.ts";
import { choose, open, type Stage, type VisitOptions, visit } from "./visit.ts";

/** Something during which the page should stand still: a visit from its start, or a flow. */
interface Case extends VisitOptions {
  /** Whether the person was here before, in the same browser. */
  isReturning?: boolean;
  /** What leads to the flow. */
  before?(page: Page): Promise<void>;
  flow?(page: Page): Promise<void>;
}

/** Milliseconds after which nothing follows from a press any more. */
const aftermath = 1_000;
/** Milliseconds between letters, as a quick typist has them. */
const letterPause = 150;

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const row = (page: Page, state: string) => page.locator(`.ak-row[data-state=${state}]`);

/** Signs in at the provider, in its own window, and waits until the dialog has gone. */
async function signIn(page: Page, platform: string): Promise<void> {
  const authKit = page.getByRole("dialog").frameLocator("iframe");
  const [provider] = await Promise.all([
    page.waitForEvent("popup"),
    authKit.getByRole("button", { name: `Continue to ${platform}` }).click(),
  ]);
  await provider.getByRole("button", { name: "Allow" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function disconnect(page: Page): Promise<void> {
  await choose(page, "Disconnect…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await row(page, "removed").waitFor();
}

const gone = (locator: Locator) => locator.waitFor({ state: "detached" });

const loads = [0, 3, 14].flatMap((accounts): [string, Case][] => [
  [`${accounts} accounts, first visit`, { accounts }],
  [`${accounts} accounts, next visit`, { accounts, isReturning: true }],
  [`${accounts} accounts, initialData`, { accounts, hasInitialData: true }],
]);

const flows: Record<string, Pick<Case, "before" | "flow">> = {
  connect: {
    async flow(page) {
      await button(page, "Connect Zoom").click();
      await signIn(page, "Zoom");
      await page.locator("[data-new]").waitFor();
    },
  },
  reconnect: {
    async flow(page) {
      await row(page, "failed").getByRole("button", { name: "Reconnect" }).click();
      await signIn(page, "HubSpot");
      await gone(row(page, "failed"));
    },
  },
  rename: {
    async flow(page) {
      await choose(page, "Rename");
      await page.keyboard.type("Sales", { delay: letterPause });
      await page.keyboard.press("Enter");
      await page.getByText("Sales", { exact: true }).waitFor();
    },
  },
  disconnect: { flow: disconnect },
  "dismiss a disconnected row": {
    before: disconnect,
    async flow(page) {
      await button(page, /^Dismiss: /).click();
      await gone(row(page, "removed"));
    },
  },
  search: {
    before: (page) => page.getByRole("searchbox").click(),
    flow: (page) => page.keyboard.type("linear", { delay: letterPause }),
  },
  "choose a category": {
    async flow(page) {
      await button(page, /^Filter by category/).click();
      await page.getByRole("option").nth(1).click();
    },
  },
  "show more": { flow: (page) => button(page, /^Show \d+ more$/).click() },
};

const cases = new Map<string, Case>([
  ...loads,
  ...Object.entries(flows).map(([name, flow]): [string, Case] => [name, { accounts: 4, ...flow }]),
]);

async function measure(stage: Stage, one: Case): Promise<Shifts> {
  return visit(stage, one, async (page) => {
    if (one.isReturning) await open(page, stage.product);
    if (one.flow) {
      await one.before?.(page);
      await page.waitForTimeout(aftermath);
      await page.evaluate(() => window.observed.reset());
      await one.flow(page);
      await page.waitForTimeout(aftermath);
    }
    return page.evaluate(() => window.observed.shifts());
  });
}

export const shiftContestants = (stage: Stage): Contestant<Shifts>[] =>
  Array.from(cases, ([name, one]) => ({ name, measure: () => measure(stage, one) }));

/** The worst of all visits. */
export const shiftRows = (outcomes: ReadonlyMap<string, Outcome<Shifts>>) =>
  Array.from(outcomes, ([name, outcome]): Record<string, Cell> => {
    const kind = cases.get(name)?.flow ? "flow" : "load";
    if ("failure" in outcome) return { kind, what: `${name}: ${outcome.failure}` };
    const worst = (read: (shifts: Shifts) => number) => Math.max(...outcome.samples.map(read));
    const all = worst((shifts) => shifts.all);
    return {
      kind,
      what: name,
      counted: worst(({ counted }) => counted),
      all,
      moved: outcome.samples.find((shifts) => shifts.all === all)?.moved ?? null,
      field: name === "search" ? worst(({ field }) => field) : null,
    };
  });
