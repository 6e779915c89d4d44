import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Frame, Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import { type Product, startProduct } from "./product.ts";
import { launchBrowser, openConsent, smallCatalog, type Visit, visit } from "./visit.ts";

let served: ServedEmulator;
let product: Product;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  served = await serveEmulator({ catalog: smallCatalog });
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

/** By how many pixels something is wider than a page of 360. */
async function overflowAt360(page: Page, target: Page | Frame) {
  await page.setViewportSize({ width: 360, height: 640 });
  // A frame, in a process of its own, hears of it later.
  await target.waitForFunction(() => window.innerWidth === 360);
  return target.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
}

/** Checks the view that the hosted page shows now. */
async function expectAccessibleView({ page }: Visit, view: string) {
  const [frame] = page.frames().filter((one) => one.url().startsWith(served.origin));
  if (!frame) throw new Error("The hosted page is not there.");
  expect.soft(await overflowAt360(page, frame), view).toBe(0);
  await expectNoViolations(frame, view, (scheme) =>
    frame.locator("html").evaluate((html, theme) => {
      html.dataset.theme = theme;
    }, scheme),
  );
}

it("axe finds nothing in the views of a sign-in and the provider's pages, and nothing exceeds 360 pixels", async () => {
  const visited = await visit(browser, product.page("useAuthKit"));
  const { page, frame } = visited;
  await frame.getByRole("button", { name: "Airtable" }).waitFor();
  await expectAccessibleView(visited, "the list");

  await frame.getByRole("searchbox").fill("nothing like it");
  await frame.getByText("No connector matches").waitFor();
  await expectAccessibleView(visited, "a search without a match");

  await frame.getByRole("searchbox").fill("gmail");
  await frame.getByRole("button", { name: "Gmail" }).click();
  await frame.getByRole("heading", { name: "Connect Gmail" }).waitFor();
  await expectAccessibleView(visited, "a connector to sign in to");

  const consent = await openConsent(visited, "Gmail");
  const setScheme = (colorScheme: Scheme) => consent.emulateMedia({ colorScheme });
  await expectNoViolations(consent, "the consent", setScheme);
  await page.bringToFront();
  await expectAccessibleView(visited, "the wait for the provider");

  await consent.goto(`${served.origin}/consent/gmail?state=none`);
  await expectNoViolations(consent, "an unknown sign-in", setScheme);
  await visited.close();
});

it("axe finds nothing in the views of a key form, and nothing exceeds 360 pixels", async () => {
  const visited = await visit(browser, product.page("useAuthKit", { showNameInput: true }));
  const { frame } = visited;
  const connect = frame.getByRole("button", { name: "Connect", exact: true });
  await frame.getByRole("button", { name: "Postgresql" }).click();
  await connect.click();
  await frame.getByText("Enter the Host.").waitFor();
  await expectAccessibleView(visited, "a key form with an error");

  await frame.getByRole("button", { name: "All connectors" }).click();
  await frame.getByRole("button", { name: "Stripe" }).click();
  await frame.getByLabel("API key").fill("invalid");
  await connect.click();
  await frame.getByRole("alert").getByText("Invalid").waitFor();
  await expectAccessibleView(visited, "a refused key");

  await frame.getByLabel("API key").fill("sk_stripe_1");
  await connect.click();
  await frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
  await expectAccessibleView(visited, "a connection made");
  await visited.close();
});

it("axe finds nothing where a platform does not exist, and nothing exceeds 360 pixels", async () => {
  const visited = await visit(browser, product.page("useAuthKit", { selectedConnection: "Gmial" }));
  await visited.frame.getByRole("heading", { name: "This platform does not exist" }).waitFor();
  await expectAccessibleView(visited, "a platform that does not exist");
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
