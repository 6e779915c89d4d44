import type { Locator, Page } from "playwright";
import type { Contestant, Outcome } from "../harness/interleave.ts";
import { median } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import type { Response } from "./page/observe.ts";
import { choose, type Stage, visit } from "./visit.ts";

/** One press, by the mouse or of a key, and what shows that it was heard. */
interface Press {
  before?(page: Page): Promise<void>;
  control(page: Page): Locator;
  key?: string;
  /** Fits an element from the moment on that the press shows. */
  sign: string;
  /** The same in words. */
  shows: string;
}

/** Milliseconds after which a colour that follows the pointer has changed. */
const transitionPause = 300;

const button = (scope: Page | Locator, name: string | RegExp) =>
  scope.getByRole("button", { name });
const list = (page: Page) => page.locator(".ak-connections-list");
const dialogOr = (sign: string) => `${sign}, dialog[open]`;

const presses: Record<string, Press> = {
  ConnectButton: {
    control: (page) => page.locator(".ak-connect-button"),
    sign: dialogOr(".ak-connect[data-state=preparing]"),
    shows: "busy, or the dialog",
  },
  "card of the gallery": {
    control: (page) => button(page, "Connect Zoom"),
    sign: dialogOr(".ak-card[data-state=busy]"),
    shows: "busy, or the dialog",
  },
  "Reconnect of a row": {
    control: (page) => button(list(page), /^Reconnect/),
    sign: dialogOr(".ak-row-action [aria-busy=true]"),
    shows: "busy, or the dialog",
  },
  "menu of a row": {
    control: (page) => button(list(page), /^Options for/).first(),
    sign: "[role=menu]",
    shows: "menu",
  },
  Rename: {
    before: (page) =>
      button(list(page), /^Options for/)
        .first()
        .click(),
    control: (page) => page.getByRole("menuitem", { name: "Rename" }),
    sign: ".ak-row[data-state=editing]",
    shows: "form",
  },
  Save: {
    async before(page) {
      await choose(page, "Rename");
      await page.keyboard.type("Sales");
    },
    control: (page) => button(list(page), "Save"),
    sign: ".ak-rows:not(:has([data-state=editing]))",
    shows: "row with the new name",
  },
  "Disconnect…": {
    before: (page) =>
      button(list(page), /^Options for/)
        .first()
        .click(),
    control: (page) => page.getByRole("menuitem", { name: "Disconnect…" }),
    sign: "[role=alertdialog]",
    shows: "question",
  },
  Disconnect: {
    before: (page) => choose(page, "Disconnect…"),
    control: (page) => button(page.getByRole("alertdialog"), "Disconnect"),
    sign: "[role=alertdialog] [aria-busy=true]",
    shows: "busy",
  },
  "letter in the search": {
    before: (page) => page.getByRole("searchbox").focus(),
    control: (page) => page.getByRole("searchbox"),
    key: "l",
    sign: ".ak-results",
    shows: "what was found",
  },
  "Show more": {
    control: (page) => button(page, /^Show \d+ more$/),
    sign: ".ak-card:nth-child(25)",
    shows: "more cards",
  },
  "Reconnect of the banner": {
    control: (page) => button(page.locator(".ak-attention-banner"), /^Reconnect/),
    sign: dialogOr(".ak-attention-banner[data-state=reconnecting]"),
    shows: "busy, or the dialog",
  },
  "Dismiss of the banner": {
    control: (page) => button(page, "Dismiss"),
    sign: "body:not(:has(.ak-attention-banner:not([data-leaving])))",
    shows: "banner leaves",
  },
  "Connect of a request": {
    control: (page) => button(page.locator(".ak-request"), /^Connect/),
    sign: dialogOr(".ak-request[data-state=connecting]"),
    shows: "busy, or the dialog",
  },
  "Not now of a request": {
    control: (page) => button(page, "Not now"),
    sign: ".ak-request[data-state=saving], .ak-request[data-state=declined]",
    shows: "busy, or the answer",
  },
};

const lookOf = (control: Locator) =>
  control.evaluate((element) => {
    const style = getComputedStyle(element);
    return Array.from(style, (name) => style.getPropertyValue(name)).join();
  });

/** Presses like a hand that holds the button down; whether the control looks otherwise meanwhile. */
async function hold(page: Page, control: Locator): Promise<boolean> {
  await control.hover();
  await page.waitForTimeout(transitionPause);
  const hovered = await lookOf(control);
  await page.mouse.down();
  await page.waitForTimeout(transitionPause);
  const held = await lookOf(control);
  await page.mouse.up();
  return held !== hovered;
}

/** What a control looks like while it is held, by the press's name. */
export type Held = Map<string, boolean>;

/** In the warm-up, which is not counted, the mouse is held down; otherwise it is released at once. */
export const pressContestants = (stage: Stage, held: Held): Contestant<Response>[] =>
  Object.entries(presses).map(([name, { before, control, key, sign }]) => ({
    name,
    measure: (round) =>
      visit(stage, { accounts: 4, hasAllComponents: true }, async (page) => {
        await before?.(page);
        await page.evaluate(() => window.observed.quiet());
        await page.evaluate((selector) => window.observed.expect(selector), sign);
        if (key !== undefined) await page.keyboard.press(key);
        else if (round < 0) held.set(name, await hold(page, control(page)));
        else await control(page).click();
        // A question asked of the page before the frame is there would delay it.
        const response = await page.waitForFunction(() => window.observed.response, null, {
          polling: 100,
          timeout: 10_000,
        });
        const times = await response.jsonValue();
        if (!times) throw new Error("The press was not timed.");
        return times;
      }),
  }));

const heldWord = (isOther: boolean | undefined) => {
  if (isOther === undefined) return null;
  return isOther ? "yes" : "no";
};

export const pressRows = (outcomes: ReadonlyMap<string, Outcome<Response>>, held: Held) =>
  Array.from(outcomes, ([name, outcome]): Record<string, Cell> => {
    if ("failure" in outcome) return { what: `${name}: ${outcome.failure}` };
    const changed = outcome.samples.map((times) => times.changed);
    const painted = outcome.samples.map((times) => times.painted);
    return {
      what: name,
      shows: presses[name]?.shows ?? null,
      changed: median(changed),
      worstChange: Math.max(...changed),
      painted: median(painted),
      worstPaint: Math.max(...painted),
      held: heldWord(held.get(name)),
    };
  });
