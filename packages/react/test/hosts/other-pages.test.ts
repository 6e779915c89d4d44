import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alert, closeAndRead, connectButton, messageOf, openButton } from "../product-session.ts";
import { launchChromium, type ServedProduct, serveProduct } from "../served-product.ts";

let product: ServedProduct;
let browser: Browser;

beforeAll(async () => {
  // Playwright switches the back-forward cache off unless it is told not to.
  const options = { ignoreDefaultArgs: ["--disable-back-forward-cache"] };
  [product, browser] = await Promise.all([serveProduct(), launchChromium(options)]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

async function authKitFrame(page: Page) {
  const find = () => page.frames().find((frame) => frame.url().includes("?data="));
  await expect.poll(find).toBeDefined();
  const frame = find();
  if (!frame) throw new Error("AuthKit's frame has gone.");
  return frame;
}

test("ignores messages that the window which opened the page forges", async () => {
  const context = await browser.newContext();
  const opener = await context.newPage();
  await opener.goto(product.oneOrigin);
  const opened = context.waitForEvent("page");
  await opener.evaluate((address) => {
    Object.assign(window, { popup: window.open(address, "", "popup") });
  }, product.page());
  const page = await opened;
  const saves: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && /\/connections$/.test(request.url())) {
      saves.push(request.url());
    }
  });
  await connectButton(page).click();
  await openButton(page).waitFor();
  await opener.evaluate(() => {
    const { popup } = window as Window & { popup?: Window };
    for (const message of [
      { messageType: "LINK_SUCCESS", message: { key: "test::gmail::default::attacker" } },
      { messageType: "LINK_ERROR", message: "Forged" },
      { messageType: "EXIT_EVENT_LINK" },
    ]) {
      popup?.postMessage(message, "*");
    }
  });
  // What AuthKit's own page says afterwards is heard, so what came before it has been judged.
  await (await authKitFrame(page)).evaluate(() => {
    window.parent.postMessage({ messageType: "LINK_ERROR", message: "Genuine" }, "*");
  });
  await alert(page).getByText("Genuine").waitFor();
  expect(await page.evaluate(() => window.product)).toMatchObject({ outcomes: [], successes: 0 });
  expect(saves).toEqual([]);
  await context.close();
});

test.for([
  ["its own frame-src", "frame-src 'self'"],
  [
    "the default policy of helmet, which upgrades http addresses",
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; " +
      "object-src 'none'; script-src 'self'; script-src-attr 'none'; " +
      "style-src 'self' https: 'unsafe-inline'; upgrade-insecure-requests",
  ],
] as const)(
  "says at once that the page forbids the frame by %s, and what to add to it",
  async ([, policy]) => {
    const page = await browser.newPage();
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    await page.goto(product.page({ policy }));
    await connectButton(page).click();
    await alert(page).waitFor();
    expect(await messageOf(page)).toMatch(
      /^The sign-in page didn’t load.*Allow it, then try again/,
    );
    const outcome = await closeAndRead(page);
    expect(outcome).toMatchObject({ type: "blocked", code: "frame_blocked" });
    expect(outcome.message).toContain(`frame-src ${product.authKitOrigin}`);
    expect(lines.filter((line) => line.startsWith("authkit-ui: "))).toEqual([
      expect.stringContaining(`frame-src ${product.authKitOrigin}`),
    ]);
    await page.close();
  },
);

test("loads the dialog's code when the pointer comes near, and not before", async () => {
  const page = await browser.newPage();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(product.page());
  await connectButton(page).waitFor();
  expect(loaded).not.toContain("/pica.js");
  await connectButton(page).hover();
  await expect.poll(() => loaded).toContain("/pica.js");
  await page.close();
});

test("the dialog's code cannot be loaded: the button says so, and the next press tries again", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/pica*.js", (route) => route.abort());
  await page.goto(product.page());
  await connectButton(page).click();
  await page.getByRole("note").getByText("network").waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => window.product.outcomes)).toMatchObject([
    { type: "network", message: expect.stringContaining("could not be loaded") },
  ]);
  await page.unroute("**/pica*.js");
  await connectButton(page).click();
  await openButton(page).waitFor();
  await context.close();
});

test("resumes the session when the page comes back from the back-forward cache", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(product.page());
  await connectButton(page).click();
  await openButton(page).waitFor();
  const signIn = page
    .frameLocator("dialog iframe")
    .getByRole("button", { name: "Continue to Gmail" });
  const place = await signIn.boundingBox();
  if (!place) throw new Error("AuthKit's button has no place on the page.");
  await page.goto(`${new URL(product.page()).origin}/elsewhere`);

  // Playwright loses track of a restored page; the DevTools protocol does not.
  const browserPage = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const options = { expression, returnByValue: true };
    return (await browserPage.send("Runtime.evaluate", options)).result.value;
  };
  const click = async (x: number, y: number) => {
    for (const type of ["mousePressed", "mouseReleased"] as const) {
      const options = { type, x, y, button: "left", clickCount: 1 } as const;
      await browserPage.send("Input.dispatchMouseEvent", options);
    }
  };
  await evaluate("history.back()");
  await expect.poll(() => evaluate("window.product?.isRestored")).toBe(true);
  expect(await evaluate("document.querySelectorAll('dialog[open] iframe').length")).toBe(1);
  expect(await evaluate("document.querySelector('dialog').dataset.phase")).toBe("open");

  const consent = page.context().waitForEvent("page");
  await click(place.x + place.width / 2, place.y + place.height / 2);
  await (await consent).getByRole("button", { name: "Allow", exact: true }).click();
  await expect.poll(() => evaluate("window.product.outcomes")).toEqual([{ type: "connected" }]);
  expect(await evaluate("window.product.successes")).toBe(1);
  expect(await evaluate("document.querySelector('dialog, iframe')")).toBe(null);
  await context.close();
});
