import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Frame, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import { type HookOptions, type Product, startProduct } from "./product.ts";
import { launchBrowser, openConsent, type Visit, visit } from "./visit.ts";

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

/** The rules that can give another result in another colour scheme. */
const colourRules = ["color-contrast", "link-in-text-block"];

async function violations(target: Page | Frame, runOnly = tags): Promise<string[]> {
  if (!(await target.evaluate("'axe' in window"))) await target.evaluate(axe);
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
  return target.evaluate(`axe.run(${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))`);
}

/** Runs every rule on the page as it is, and those on colours once more after `makeDark`. */
async function expectNoViolations(target: Page | Frame, makeDark: () => Promise<unknown>) {
  expect(await violations(target)).toEqual([]);
  await makeDark();
  expect(await violations(target, colourRules), "in the dark").toEqual([]);
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

it.each(views)(
  "axe finds nothing in %s, and it fits into 360 pixels",
  async (_, options, reach) => {
    const visited = await visit(browser, product.page("useAuthKit", options));
    await reach(visited);
    const [frame] = visited.page.frames().filter((one) => one.url().startsWith(served.origin));
    if (!frame) throw new Error("The hosted page is not there.");
    await expectNoViolations(frame, () =>
      frame.locator("html").evaluate((html) => {
        html.dataset.theme = "dark";
      }),
    );
    expect(await overflowAt360(visited.page, frame)).toBe(0);
    await visited.close();
  },
);

it("axe finds nothing in the provider's pages", async () => {
  const visited = await visit(browser, product.page("useAuthKit", { selectedConnection: "Gmail" }));
  const consent = await openConsent(visited, "Gmail");
  const makeDark = () => consent.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(consent, makeDark);
  await consent.emulateMedia({ colorScheme: "light" });
  await consent.goto(`${served.origin}/consent/gmail?state=none`);
  await expectNoViolations(consent, makeDark);
  await visited.close();
});

it("axe finds nothing in the status page, of which only the tables exceed 360 pixels", async () => {
  served.emulator.control.createConnection({ platform: "gmail", identity: "ann" });
  served.emulator.control.addFault({ kind: "status", status: 503, path: "/v1/vault/connections*" });
  const page = await browser.newPage();
  await page.goto(`${served.origin}/__emulator`);
  await expectNoViolations(page, () => page.emulateMedia({ colorScheme: "dark" }));
  expect(await overflowAt360(page, page)).toBe(0);
  await page.close();
});
