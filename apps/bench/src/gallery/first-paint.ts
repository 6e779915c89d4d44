import type { Browser, Page } from "playwright";
import { withPage } from "./open-page.ts";

/** Milliseconds between two frames, of which Chromium draws 60 a second. */
const frame = 1000 / 60;

/**
 * Mounts what the page shows. Resolves to the milliseconds until its first connector is on the
 * screen. Rounds begin at different points between two frames, evenly spread
 * and the same for all contestants: whether a list just makes it into a frame is not left to luck.
 *
 * @param moment Where between two frames: from 0 up to 1.
 */
export const mount = (page: Page, moment: number): Promise<number> =>
  page.evaluate((pause) => window.stage.start(pause), moment * frame);

/** Opens the page, and measures how soon its connectors are there. */
export const firstPaint = (browser: Browser, url: string, moment: number): Promise<number> =>
  withPage(browser, url, (page) => mount(page, moment));
