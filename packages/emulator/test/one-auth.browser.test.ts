import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import { type Product, startProduct } from "./product.ts";
import { launchBrowser, openConsent, smallCatalog, visit } from "./visit.ts";

/** The hosted page as `@withone/auth` 1.1.4 opens it, against an emulator that speaks One's API. */
let served: ServedEmulator;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  served = await serveEmulator({ generation: "one", catalog: smallCatalog });
  product = await startProduct(served, true);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
  await served.close();
});
beforeEach(() => served.emulator.control.reset());

describe("Signing in by a redirect of the whole page", () => {
  const open = () =>
    visit(
      browser,
      product.page("useOneAuth", { selectedConnection: "Gmail", companyName: "Halyard" }),
    );

  it("leads to the provider and back, where the success is reported", async () => {
    const { page, frame, calls, close } = await open();
    const productPage = page.url();
    await frame.getByRole("button", { name: "Continue to Gmail" }).click();
    await page.getByText("Allow Halyard to access your Gmail account?").waitFor();
    expect(new URL(page.url()).pathname).toBe("/consent/gmail");

    await page.getByRole("button", { name: "Allow" }).click();
    await frame.getByRole("heading", { name: "Your account is connected" }).waitFor();
    const [connection] = served.emulator.control.connections();
    await expect
      .poll(calls)
      .toEqual([["success", expect.objectContaining({ key: connection?.key, platform: "gmail" })]]);
    // The official package takes its parameters out of the product's address again.
    expect(page.url()).toBe(productPage);
    await frame.getByRole("button", { name: "Done" }).click();
    await page.locator("#event-link").waitFor({ state: "detached" });
    await close();
  });

  it("reports a person who declines", async () => {
    const { page, frame, calls, close } = await open();
    await frame.getByRole("button", { name: "Continue to Gmail" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await frame.getByRole("heading", { name: "Connection failed" }).waitFor();
    await expect.poll(calls).toEqual([["error", "Access to Gmail was declined."]]);
    expect(served.emulator.control.connections()).toEqual([]);
    await close();
  });
});

it("signs in in a window of its own when the product wants that", async () => {
  const visited = await visit(
    browser,
    product.page("useOneAuth", { selectedConnection: "Gmail", authWindow: "popup" }),
  );
  const consent = await openConsent(visited, "Gmail");
  await consent.getByRole("button", { name: "Allow" }).click();
  await visited.frame.getByRole("heading", { name: "Gmail is connected" }).waitFor();
  await expect.poll(async () => (await visited.calls()).map(([name]) => name)).toEqual(["success"]);
  await visited.close();
});
