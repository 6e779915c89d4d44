import type { Browser, Page } from "playwright";

const viewport = { width: 1024, height: 800 };
/** Milliseconds in which a browser that has opened a window comes to rest. */
const windowPause = 1_000;
/** Milliseconds for everything that is done with one page. */
const patience = 90_000;

/**
 * Opens a contestant's page in a browser without any cache, with its data loaded and nothing
 * mounted yet.
 *
 * @throws Error when `work` takes too long.
 */
export async function withPage<Result>(
  browser: Browser,
  url: string,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    context.close();
  }, patience);
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.stage !== undefined);
    await page.evaluate(() => window.stage.quiet());
    await page.waitForTimeout(windowPause);
    return await work(page);
  } catch (error) {
    throw isLate ? new Error(`not done after ${patience / 1000} seconds`) : error;
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}
