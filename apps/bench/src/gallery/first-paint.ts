import type { Browser, Page } from "playwright";
import { withPage } from "./open-page.ts";

/** How soon one contestant was seen; times in milliseconds. */
export interface FirstPaint {
  /** From mounting to the first connector on the screen. */
  paint: number;
  /** From mounting to the logos of the first connectors; `null` where they never come. */
  logos: number | null;
}

/** Milliseconds between two frames, of which Chromium draws 60 a second. */
const frame = 1000 / 60;

/**
 * Mounts what the page shows. Rounds begin at different points between two frames, evenly spread
 * and the same for all contestants: whether a list just makes it into a frame is not left to luck.
 *
 * @param moment Where between two frames: from 0 up to 1.
 */
export const mount = (page: Page, moment: number): Promise<FirstPaint> =>
  page.evaluate((pause) => window.stage.start(pause), moment * frame);

/** Opens the page, and looks how soon its connectors and their logos are there. */
export const firstPaint = (browser: Browser, url: string, moment: number): Promise<FirstPaint> =>
  withPage(browser, url, (page) => mount(page, moment));
