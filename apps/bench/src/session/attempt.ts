import type { Browser } from "playwright";
import type {} from "./page/note-moments.ts";

/** Milliseconds between a person's pressing of the mouse button and letting it go, about. */
const HOLD_MS = 80;

/** One press of the button; milliseconds from the click. */
export interface Attempt {
  /** Until a dialog or AuthKit's frame stands on the page. */
  response: number;
  /** Until AuthKit's page has drawn something in its frame. */
  frame: number;
  /** Until it shows what can be connected. */
  list: number;
}

interface AttemptOptions {
  /** The script of `page/note-moments.ts`. */
  notes: string;
  /** Milliseconds that the pointer rests on the button before the press. */
  rest: number;
  /** Whether the person prefers reduced motion. @default false */
  reducedMotion?: boolean | undefined;
}

/** Opens the page, presses its button, and waits for AuthKit's list. */
export async function attempt(
  browser: Browser,
  url: string,
  { notes, rest, reducedMotion = false }: AttemptOptions,
): Promise<Attempt> {
  const context = await browser.newContext({
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
  });
  try {
    await context.addInitScript({ content: notes });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    const button = page.getByRole("button", { name: "Connect", exact: true });
    if (rest > 0) {
      await button.hover();
      await page.waitForTimeout(rest);
    }
    await button.click({ delay: HOLD_MS });
    const frame = await (
      await page.waitForSelector("iframe", { state: "attached" })
    ).contentFrame();
    if (!frame) throw new Error("AuthKit's frame has no page.");
    // The browser reports a paint a little after it.
    await frame.waitForFunction(
      () =>
        window.moments?.list !== undefined &&
        performance.getEntriesByName("first-contentful-paint").length > 0,
      null,
      { polling: 50 },
    );
    const { list, paint } = await frame.evaluate(() => {
      const [entry] = performance.getEntriesByName("first-contentful-paint");
      return {
        list: window.moments.list ?? Number.NaN,
        paint: performance.timeOrigin + (entry?.startTime ?? Number.NaN),
      };
    });
    const { click = Number.NaN, response = Number.NaN } = await page.evaluate(() => window.moments);
    return { response: response - click, frame: paint - click, list: list - click };
  } finally {
    await context.close();
  }
}
