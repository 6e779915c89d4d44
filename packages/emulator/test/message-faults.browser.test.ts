import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import { type Product, startProduct } from "./product.ts";
import { launchBrowser, smallCatalog, type Visit, visit } from "./visit.ts";

/** The faults of the hosted page, seen from the product's window through `@picahq/authkit`. */
let served: ServedEmulator;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  served = await serveEmulator({ catalog: smallCatalog });
  product = await startProduct(served);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
  await served.close();
});
beforeEach(() => served.emulator.control.reset());

const visitStripe = () =>
  visit(browser, product.page("useAuthKit", { selectedConnection: "Stripe" }));

async function connectStripe(visited: Visit): Promise<Visit> {
  await visited.frame.getByLabel("API key").fill("sk_stripe_1");
  await visited.frame.getByRole("button", { name: "Connect" }).click();
  await visited.frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
  return visited;
}

it("posts a success several times", async () => {
  served.emulator.control.addFault({ kind: "repeated_message", count: 3 });
  const { calls, close } = await connectStripe(await visitStripe());
  await expect.poll(calls).toHaveLength(3);
  await close();
});

it("posts a success late", async () => {
  served.emulator.control.addFault({ kind: "late_message", milliseconds: 60_000 });
  const visited = await visitStripe();
  await visited.page.clock.install();
  const { page, calls } = await connectStripe(visited);
  expect(await calls()).toHaveLength(0);
  await page.clock.fastForward(60_000);
  await expect.poll(calls).toHaveLength(1);
  // Not left for other tests: its clock is not the machine's any more.
  await page.context().close();
});

it("posts an error before the frame is shown, which the official hook drops", async () => {
  served.emulator.control.addFault({ kind: "early_message" });
  const { calls, messages, close } = await connectStripe(await visitStripe());
  await expect
    .poll(messages)
    .toMatchObject([{ messageType: "LINK_ERROR" }, { messageType: "LINK_SUCCESS" }]);
  await expect.poll(async () => (await calls()).map(([name]) => name)).toEqual(["success"]);
  await close();
});

it("forges a success from a frame of another origin, which the official hook believes", async () => {
  const key = "test::gmail::default::forged|attacker";
  served.emulator.control.addFault({ kind: "forged_message", key, times: 1 });
  const { messages, calls, close } = await visit(browser, product.page("useAuthKit"));
  await expect.poll(calls).toMatchObject([["success", { key }]]);
  await expect
    .poll(messages)
    .toMatchObject([{ messageType: "LINK_SUCCESS", origin: "null", message: { key } }]);
  expect(served.emulator.control.connections()).toEqual([]);
  expect(served.emulator.control.faults()).toEqual([]);
  await close();
});

it("forbids to be framed", async () => {
  served.emulator.control.addFault({ kind: "blocked_framing" });
  const { page, close } = await visit(browser, product.page("useAuthKit"));
  // Chromium shows a page of its own in the frame, and tells the product nothing.
  await expect
    .poll(() => page.frames().map((frame) => frame.url()))
    .toContain("chrome-error://chromewebdata/");
  await close();
});
