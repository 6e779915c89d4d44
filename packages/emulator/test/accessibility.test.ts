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

type Scheme = "light" | "dark";

/** Runs every rule on the page when it is light, and those on colours when it is dark. */
async function expectNoViolations(
  target: Page | Frame,
  view: string,
  setScheme: (scheme: Scheme) => Promise<unknown>,
) {
  await setScheme("light");
  expect.soft(await violations(target), view).toEqual([]);
  await setScheme("dark");
  expect.soft(await violations(target, colourRules), `${view}, dark`).toEqual([]);
}

type Step = [name: string, reach: (visited: Visit) => Promise<unknown>];

/** The views of the hosted page, by the visit in which they follow one another. */
const visits: [options: HookOptions, ...steps: Step[]][] = [
  [
    {},
    ["the list", ({ frame }) => frame.getByRole("button", { name: "Airtable" }).waitFor()],
    [
      "a search without a match",
      async ({ frame }) => {
        await frame.getByRole("searchbox").fill("nothing like it");
        await frame.getByText("No connector matches").waitFor();
      },
    ],
  ],
  [
    { selectedConnection: "Gmail" },
    [
      "a connector to sign in to",
      ({ frame }) => frame.getByRole("heading", { name: "Connect Gmail" }).waitFor(),
    ],
    [
      "the wait for the provider",
      async (visited) => {
        await openConsent(visited, "Gmail");
        await visited.page.bringToFront();
      },
    ],
  ],
  [
    { selectedConnection: "Postgresql", showNameInput: true },
    [
      "a key form with an error",
      async ({ frame }) => {
        await frame.getByRole("button", { name: "Connect" }).click();
        await frame.getByText("Enter the Host.").waitFor();
      },
    ],
  ],
  [
    { selectedConnection: "Stripe" },
    [
      "a refused key",
      async ({ frame }) => {
        await frame.getByLabel("API key").fill("invalid");
        await frame.getByRole("button", { name: "Connect" }).click();
        await frame.getByRole("alert").getByText("Invalid").waitFor();
      },
    ],
    [
      "a connection made",
      async ({ frame }) => {
        await frame.getByLabel("API key").fill("sk_stripe_1");
        await frame.getByRole("button", { name: "Connect" }).click();
        await frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
      },
    ],
  ],
  [
    { selectedConnection: "Gmial" },
    [
      "a platform that does not exist",
      ({ frame }) => frame.getByRole("heading", { name: "This platform does not exist" }).waitFor(),
    ],
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

it.each(
  visits.map(
    ([options, ...steps]) => [steps.map(([name]) => name).join(" and "), options, steps] as const,
  ),
)("axe finds nothing in %s, and nothing exceeds 360 pixels", async (_, options, steps) => {
  const visited = await visit(browser, product.page("useAuthKit", options));
  for (const [name, reach] of steps) {
    await reach(visited);
    const [frame] = visited.page.frames().filter((one) => one.url().startsWith(served.origin));
    if (!frame) throw new Error("The hosted page is not there.");
    await expectNoViolations(frame, name, (scheme) =>
      frame.locator("html").evaluate((html, theme) => {
        html.dataset.theme = theme;
      }, scheme),
    );
    expect.soft(await overflowAt360(visited.page, frame), name).toBe(0);
  }
  await visited.close();
});

it("axe finds nothing in the provider's pages", async () => {
  const visited = await visit(browser, product.page("useAuthKit", { selectedConnection: "Gmail" }));
  const consent = await openConsent(visited, "Gmail");
  const setScheme = (colorScheme: Scheme) => consent.emulateMedia({ colorScheme });
  await expectNoViolations(consent, "the consent", setScheme);
  await consent.goto(`${served.origin}/consent/gmail?state=none`);
  await expectNoViolations(consent, "an unknown sign-in", setScheme);
  await visited.close();
});

it("axe finds nothing in the status page, of which only the tables exceed 360 pixels", async () => {
  served.emulator.control.createConnection({ platform: "gmail", identity: "ann" });
  served.emulator.control.addFault({ kind: "status", status: 503, path: "/v1/vault/connections*" });
  const page = await browser.newPage();
  await page.goto(`${served.origin}/__emulator`);
  await expectNoViolations(page, "the status page", (colorScheme) =>
    page.emulateMedia({ colorScheme }),
  );
  expect(await overflowAt360(page, page)).toBe(0);
  await page.close();
});
