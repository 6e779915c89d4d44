import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Frame, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import { type HookOptions, type Product, startProduct } from "./product.ts";
import { launchBrowser, openConsent, type Visit, visit } from "./visit.ts";

/** axe-core finds nothing in any view of the emulator's pages. */
let served: ServedEmulator;
let product: Product;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  served = await serveEmulator();
  product = await startProduct(served);
  browser = await launchBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
afterAll(async () => {
  await browser.close();
  await product.close();
  await served.close();
});
beforeEach(() => served.emulator.control.reset());

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(target: Page | Frame): Promise<string[]> {
  await target.evaluate(axe);
  return target.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`);
}

const views: readonly [string, HookOptions, (visited: Visit) => Promise<unknown>][] = [
  ["the list", {}, ({ frame }) => frame.getByRole("button", { name: "Airtable" }).waitFor()],
  [
    "a search without a match",
    {},
    async ({ frame }) => {
      await frame.getByRole("searchbox").fill("nothing like it");
      await frame.getByText("No connector matches").waitFor();
    },
  ],
  [
    "a connector to sign in to",
    { selectedConnection: "Gmail" },
    ({ frame }) => frame.getByRole("heading", { name: "Connect Gmail" }).waitFor(),
  ],
  [
    "a key form with an error",
    { selectedConnection: "Postgresql", showNameInput: true },
    async ({ frame }) => {
      await frame.getByRole("button", { name: "Connect" }).click();
      await frame.getByText("Enter the Host.").waitFor();
    },
  ],
  [
    "a refused key",
    { selectedConnection: "Stripe" },
    async ({ frame }) => {
      await frame.getByLabel("API key").fill("invalid");
      await frame.getByRole("button", { name: "Connect" }).click();
      await frame.getByRole("alert").getByText("Invalid").waitFor();
    },
  ],
  [
    "the wait for the provider",
    { selectedConnection: "Gmail" },
    async (visited) => {
      await openConsent(visited, "Gmail");
      await visited.page.bringToFront();
    },
  ],
  [
    "a connection made",
    { selectedConnection: "Stripe" },
    async ({ frame }) => {
      await frame.getByLabel("API key").fill("sk_stripe_1");
      await frame.getByRole("button", { name: "Connect" }).click();
      await frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
    },
  ],
  [
    "a platform that does not exist",
    { selectedConnection: "Gmial" },
    ({ frame }) => frame.getByRole("heading", { name: "This platform does not exist" }).waitFor(),
  ],
];

/** By how many pixels something is wider than a page of 360. */
async function overflowAt360(page: Page, target: Page | Frame) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 640 });
  // A frame, in a process of its own, hears of it later.
  await target.waitForFunction(() => window.innerWidth === 360);
  const overflow = await target
    .locator("html")
    .evaluate((html) => html.scrollWidth - html.clientWidth);
  if (size) await page.setViewportSize(size);
  return overflow;
}

describe.each(["light", "dark"] as const)("In the %s theme", (appTheme) => {
  it.each(views)(
    "nothing is wrong with %s, nor wider than 360 pixels",
    async (_, options, reach) => {
      const visited = await visit(browser, product.page("useAuthKit", { ...options, appTheme }));
      await reach(visited);
      const [frame] = visited.page.frames().filter((one) => one.url().startsWith(served.origin));
      if (!frame) throw new Error("The hosted page is not there.");
      expect(await violations(frame)).toEqual([]);
      expect(await overflowAt360(visited.page, frame)).toBe(0);
      await visited.close();
    },
  );

  it("nothing is wrong with the provider's pages", async () => {
    const address = product.page("useAuthKit", { selectedConnection: "Gmail" });
    const visited = await visit(browser, address);
    const consent = await openConsent(visited, "Gmail");
    await consent.emulateMedia({ colorScheme: appTheme });
    expect(await violations(consent)).toEqual([]);
    await consent.goto(`${served.origin}/consent/gmail?state=none`);
    expect(await violations(consent)).toEqual([]);
    await visited.close();
  });

  it("nothing is wrong with the status page, and only its tables are wider than 360 pixels", async () => {
    served.emulator.control.createConnection({ platform: "gmail", identity: "ann" });
    served.emulator.control.addFault({
      kind: "status",
      status: 503,
      path: "/v1/vault/connections*",
    });
    const page = await browser.newPage({ colorScheme: appTheme });
    await page.goto(`${served.origin}/__emulator`);
    expect(await violations(page)).toEqual([]);
    expect(await overflowAt360(page, page)).toBe(0);
    await page.close();
  });
});
