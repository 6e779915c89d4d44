import {
  type Browser,
  chromium,
  type FrameLocator,
  type Page,
  type ViewportSize,
} from "playwright";
import { chromiumArgs, requireChromium } from "../../../.ci/chromium.mjs";

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });

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

/** Opens the product's page and presses its button. */
export async function visit(
  browser: Browser,
  address: string,
  { viewport = { width: 448, height: 560 } }: { viewport?: ViewportSize } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Connect" }).click();
  return {
    page,
    frame: page.frameLocator("#event-link"),
    calls: () => page.evaluate(() => window.calls),
    messages: () => page.evaluate(() => window.messages),
    close: () => context.close(),
  };
}

/** Presses what leads to the provider and gives its window. */
export async function openConsent({ page, frame }: Visit, name: string): Promise<Page> {
  const popup = page.waitForEvent("popup");
  await frame.getByRole("button", { name: `Continue to ${name}` }).click();
  const consent = await popup;
  await consent.getByRole("button", { name: "Allow" }).waitFor();
  return consent;
}
