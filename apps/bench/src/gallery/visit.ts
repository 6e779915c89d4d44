import type { Browser, CDPSession, Page } from "playwright";
import { makeConnectors } from "../connectors/make-connectors.ts";
import { type FirstPaint, mount } from "./first-paint.ts";
import { viewport, withPage } from "./open-page.ts";

/** What one visit of one contestant's page showed; times in milliseconds. */
export interface Visit extends FirstPaint {
  /** Processor time of the main thread until the page was quiet again. */
  work: number;
  elements: number;
  cards: number;
  /** Bytes of JavaScript heap after a full collection. */
  heap: number;
  /** Each letter, from the key to the right list; empty where there is no search. */
  letters: number[];
  /** Processor time of the main thread for one letter. */
  letterWork: number;
  worstEvent: number;
  longestFrame: number;
  lateFrames: number;
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

/** Milliseconds of processor time that the main thread has used: waiting for a core is not in it. */
async function mainThread(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  return seconds * 1000;
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

async function scroll(page: Page) {
  const { card, more } = await page.evaluate(() => {
    const { card: one, more: button } = window.stage;
    return { card: one, more: button };
  });
  for (let press = 0; more !== null && press < 4; press++) {
    const button = page.locator(more);
    if ((await button.count()) > 0) await button.click();
  }
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  await page.locator(card).first().scrollIntoViewIfNeeded();
  await page.evaluate(async () => {
    await window.stage.quiet();
    Object.assign(window, { endWatch: window.stage.watchFrames() });
  });
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, step % 40 < 30 ? 160 : -160);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() =>
    (window as unknown as { endWatch: ReturnType<typeof window.stage.watchFrames> }).endWatch(),
  );
}

/**
 * Opens the page and measures it from mounting to scrolling.
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
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const before = await mainThread(session);
    const seen = await mount(page, moment);
    await page.evaluate(() => window.stage.quiet());
    const mounted = await mainThread(session);
    const { elements, cards } = await page.evaluate(() => window.stage.count());
    const heap = await heapSize(session);
    const idle = await mainThread(session);
    const { letters, worstEvent } = await typeWords(page, wordsFor(count));
    const letterWork = ((await mainThread(session)) - idle) / letters.length;
    const { longest, late } = await scroll(page);
    return {
      ...seen,
      work: mounted - before,
      elements,
      cards,
      heap,
      letters,
      letterWork,
      worstEvent,
      longestFrame: longest,
      lateFrames: late,
    };
  });
