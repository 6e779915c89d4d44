import { type Browser, chromium, type FrameLocator, type Page } from "playwright";
import { chromiumArgs, requireChromium } from "../../../.ci/chromium.mjs";
import connectors from "../src/catalog/connectors.json" with { type: "json" };

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });

const used = ["airtable", "gmail", "postgresql", "stripe"];

/** Enough connectors for a list that scrolls; one of all 294 would be most of the work of a visit. */
export const smallCatalog = connectors.filter(
  ({ platform }, index) => index < 30 || used.includes(platform),
);

type Call = [name: "success" | "error" | "close", value: unknown];
interface Message {
  messageType: string;
  message?: unknown;
  origin: string;
}

declare global {
  interface Window {
    calls: Call[];
    messages: Message[];
  }
}

/** A visit to the product's page in which AuthKit has been opened. */
export interface Visit {
  page: Page;
  /** The hosted page in its frame. */
  frame: FrameLocator;
  /** What the official hook called back so far. */
  calls(): Promise<Call[]>;
  /** Every AuthKit message that reached the product's window, whether the hook took it or not. */
  messages(): Promise<Message[]>;
  close(): Promise<void>;
}

/** Pages that are visited again: to open a new one takes Chromium longer than most visits. */
const idlePages = new WeakMap<Browser, Page[]>();

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 448, height: 560 } });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

async function leave(browser: Browser, page: Page) {
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.goto("about:blank");
  idlePages.set(browser, [...(idlePages.get(browser) ?? []), page]);
}

/** Opens the product's page and presses its button. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const page = idlePages.get(browser)?.pop() ?? (await openPage(browser));
  await page.goto(address);
  await page.getByRole("button", { name: "Connect" }).click();
  return {
    page,
    frame: page.frameLocator("#event-link"),
    calls: () => page.evaluate(() => window.calls),
    messages: () => page.evaluate(() => window.messages),
    close: () => leave(browser, page),
  };
}

/** Presses what leads to the provider and gives its window. */
export async function openConsent({ page, frame }: Visit, name: string): Promise<Page> {
  const [consent] = await Promise.all([
    page.waitForEvent("popup"),
    frame.getByRole("button", { name: `Continue to ${name}` }).click(),
  ]);
  await consent.getByRole("button", { name: "Allow" }).waitFor();
  return consent;
}
