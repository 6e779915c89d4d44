import type { Browser, CDPSession, Page } from "playwright";
import { makeConnectors } from "../connectors/make-connectors.ts";
import { mount } from "./first-paint.ts";
import { withPage } from "./open-page.ts";

/** What one visit of one contestant's page showed; times in milliseconds. */
export interface Visit {
  /** From mounting to the first connector on the screen. */
  paint: number;
  elements: number;
  cards: number;
  /** Bytes of JavaScript heap after a full collection. */
  heap: number;
  /** Each letter, from the key to the right list; empty where there is no search. */
  letters: number[];
  worstEvent: number;
}

const wordLength = 5;
/** Milliseconds between letters, as a quick typist has them. */
const letterPause = 150;
/** Milliseconds after which no further letter is typed: the slowest lists take seconds for one. */
const typingTime = 15_000;

/** Beginnings of names, spread over the catalog: what people type. */
export function wordsFor(count: number): string[] {
  const names = makeConnectors(count, "")
    .map(({ name }) => (name.split(" ")[0] ?? "").toLowerCase())
    .filter((name) => name.length >= wordLength);
  const at = (share: number) => names[Math.floor(names.length * share)]?.slice(0, wordLength) ?? "";
  return [at(0.2), at(0.45), at(0.7), at(0.95)];
}

async function heapSize(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

async function typeWords(page: Page, words: string[]) {
  const selector = await page.evaluate((all) => {
    window.stage.expect(all);
    return window.stage.input;
  }, words);
  if (selector === null) return { letters: [], worstEvent: 0 };
  await page.locator(selector).first().focus();
  // Nobody types in the millisecond in which the field gets the focus.
  await page.waitForTimeout(letterPause);
  let typed = 0;
  const limit = performance.now() + typingTime;
  for (const word of words) {
    for (const letter of word) {
      if (performance.now() > limit) break;
      await page.keyboard.press(letter);
      typed += 1;
      // A question asked of the page before the frame is there would delay it.
      await page.waitForTimeout(letterPause);
      await page.waitForFunction((count) => window.stage.letters.length >= count, typed, {
        polling: 50,
        timeout: 30_000,
      });
    }
    if (performance.now() > limit) break;
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Backspace");
    await page.evaluate(() => window.stage.quiet());
  }
  return page.evaluate(() => {
    const { letters, worstEvent } = window.stage;
    return { letters, worstEvent };
  });
}

/**
 * Opens the page, and measures its mounting and typing into its search.
 *
 * @param moment As `mount` takes it.
 * @throws Error when that takes too long.
 */
export const visit = (
  browser: Browser,
  url: string,
  { count, moment }: { count: number; moment: number },
): Promise<Visit> =>
  withPage(browser, url, async (page) => {
    const session = await page.context().newCDPSession(page);
    const paint = await mount(page, moment);
    await page.evaluate(() => window.stage.quiet());
    const { elements, cards } = await page.evaluate(() => window.stage.count());
    const heap = await heapSize(session);
    return { paint, elements, cards, heap, ...(await typeWords(page, wordsFor(count))) };
  });
