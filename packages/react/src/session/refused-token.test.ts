// @vitest-environment node
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  alert,
  closeAndRead,
  connectButton,
  dialog,
  messageOf,
  openButton,
  openWithStandingClock,
} from "../../test/product-session.ts";
import {
  launchChromium,
  type PageOptions,
  type ServedProduct,
  serveProduct,
} from "../../test/served-product.ts";

let product: ServedProduct;
let browser: Browser;
/** Printed at the end. */
const table: string[] = [];

const control = (operation: string, input?: object) =>
  fetch(`${product.authKitOrigin}/__emulator/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(input && { body: JSON.stringify(input) }),
  });

const refuse = (status: number, times?: number) =>
  control("addFault", {
    kind: "status",
    status,
    method: "POST",
    path: "/v1/authkit",
    ...(times && { times }),
  });

/** Seconds until the cause is shown, on this machine and with whatever else it has to do. */
async function measure(options: PageOptions): Promise<number> {
  const page = await browser.newPage();
  await page.goto(product.page(options));
  await connectButton(page).click();
  await alert(page).waitFor();
  const { seconds } = await page.evaluate(() => window.product);
  await page.close();
  return seconds ?? Number.NaN;
}

/** AuthKit's page has heard that it gets no token. */
const refusal = (page: Page) =>
  page.waitForResponse(
    (response) => new URL(response.url()).pathname.endsWith("/token") && response.status() >= 400,
  );

beforeAll(async () => {
  [product, browser] = await Promise.all([serveProduct(), launchChromium()]);
});
afterEach(() => control("clearFaults"));
afterAll(async () => {
  console.log(table.join("\n"));
  await browser?.close();
  await product?.close();
});

describe("A token that is refused", () => {
  test.for([
    [401, "upstream", "upstream_unauthorized", "Connecting isn’t set up yet"],
    [402, "upstream", "upstream_quota_exceeded", "Connecting is paused"],
    [403, "upstream", "upstream_forbidden", "Connecting isn’t set up yet"],
    [429, "rate_limited", "upstream_rate_limited", "Too many attempts"],
  ] as const)(
    "Pica answers %i: the cause is shown within 1.5 s, and Close works",
    async ([status, type, code, title]) => {
      await refuse(status);
      const options = status === 429 ? { endpoint: "/api/connect-limited" } : {};
      const page = await browser.newPage();
      await openWithStandingClock(page, product.page(options));
      const refused = refusal(page);
      await connectButton(page).click();
      await refused;
      // All that the kit may wait for by itself; how long its requests take is the machine's.
      await page.clock.runFor(1_500);
      await alert(page).waitFor();
      const message = await messageOf(page);
      expect(message).toContain(title);
      expect(await closeAndRead(page)).toMatchObject({ type, code });
      await page.close();
      const seconds = await measure(options);
      table.push(`token ${status} | ${type} | ${seconds.toFixed(2)} s | ${message}`);
    },
  );

  test("can be closed before the cause is known", async () => {
    await refuse(401);
    const page = await browser.newPage();
    await openWithStandingClock(page, product.page());
    await connectButton(page).click();
    await dialog(page).locator("iframe").waitFor({ state: "attached" });
    expect(await closeAndRead(page)).toEqual({ type: "cancelled" });
    await page.close();
  });

  test("Try again takes a new ticket and a new frame in the same dialog", async () => {
    await refuse(401, 1);
    const page = await browser.newPage();
    await page.goto(product.page());
    await connectButton(page).click();
    await alert(page).waitFor();
    const before = await dialog(page).elementHandle();
    const address = await dialog(page).locator("iframe").getAttribute("src");
    await alert(page).getByRole("button", { name: "Try again" }).click();
    await openButton(page).waitFor();
    expect(await dialog(page).evaluate((now, then) => now === then, before)).toBe(true);
    await expect.poll(() => dialog(page).locator("iframe").count()).toBe(1);
    expect(await dialog(page).locator("iframe").getAttribute("src")).not.toBe(address);
    await page.close();
  });
});
