import type { ConnectionRequest } from "@authkit-ui/contract";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { connectButton, decide, dialog, goToProvider, openButton } from "../product-session.ts";
import {
  launchChromium,
  type PageOptions,
  type ServedProduct,
  serveProduct,
} from "../served-product.ts";

let product: ServedProduct;
let browser: Browser;
let context: BrowserContext;
let viewer: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([serveProduct(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});
beforeEach(async () => {
  viewer = crypto.randomUUID();
  context = await browser.newContext();
});
afterEach(() => context.close());

/** A call of the person's assistant that waits for an account. */
async function ask(): Promise<ConnectionRequest> {
  const callId = crypto.randomUUID();
  const call = { callId, tool: "readProfile", input: {} };
  const outcome = await product.oneAgent({ user: viewer }).call(call);
  if (outcome.status !== "connection_required") throw new Error(JSON.stringify(outcome));
  return outcome.request;
}

const resolve = ({ id }: ConnectionRequest) => product.oneAgent({ user: viewer }).resolve(id);

/** What the product's conversation holds from the next load on. */
const showConversation = (requests: ConnectionRequest[]) =>
  context.addInitScript((conversation) => {
    window.conversation = conversation;
  }, requests);

async function openConversation(requests: ConnectionRequest[], options: PageOptions = {}) {
  await showConversation(requests);
  return openProduct({ one: "cards", ...options });
}

const cardOf = (page: Page, { id }: ConnectionRequest) => page.locator(`[data-request="${id}"]`);
const connectIn = (page: Page, request: ConnectionRequest) =>
  cardOf(page, request).getByRole("button", { name: /^Connect/ });
const stateOf = (page: Page, request: ConnectionRequest) =>
  cardOf(page, request).locator("[data-state]").first().getAttribute("data-state");

/** Accounts of Gmail that the person has connected before. */
async function createAccounts(count: number, state = "operational") {
  for (let index = 0; index < count; index += 1) {
    await fetch(`${product.oneOrigin}/__emulator/createConnection`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ platform: "gmail", identity: viewer, state }),
    });
  }
}

const storageKey = "authkit-ui:return";

/** Opens the product's page, and redirects to the sign-in in the same window. */
async function openProduct(options: PageOptions = {}): Promise<Page> {
  const page = await context.newPage();
  await page.goto(product.page({ one: "hook", authWindow: "same", viewer, ...options }));
  return page;
}

const record = (page: Page) => page.evaluate(() => window.product);
const kept = (page: Page) => page.evaluate((key) => sessionStorage.getItem(key), storageKey);

/** Waits until the page has read its list and shows no dialog. */
async function expectQuiet(page: Page) {
  await connectButton(page).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await dialog(page).count()).toBe(0);
  expect(await page.locator("iframe").count()).toBe(0);
  expect(await record(page)).toMatchObject({ outcomes: [], successes: 0 });
  expect(await kept(page)).toBeNull();
}

test("returns to the same address, saves the account and calls the hook once", async () => {
  const page = await openProduct();
  await page.evaluate(() => history.replaceState(null, "", `${location.href}&tab=accounts#gmail`));
  const address = page.url();
  await goToProvider(page);
  await decide(page, "Allow");
  await page.waitForFunction(() => window.product?.outcomes.length > 0);
  expect(page.url()).toBe(address);
  expect(await record(page)).toMatchObject({
    outcomes: [{ type: "connected" }],
    successes: 1,
    // The start was reported before the redirect.
    events: ["connect_opened", "connect_succeeded"],
  });
  await dialog(page).waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("Connect Gmail");
  expect(await kept(page)).toBeNull();
});

test("calls only the pressed component, and moves the focus to the new row", async () => {
  const page = await openProduct({ one: "components" });
  await goToProvider(page);
  await decide(page, "Allow");
  const row = page.locator("[data-connection-id]");
  await row.waitFor();
  await dialog(page).waitFor({ state: "detached" });
  await expect.poll(() => row.evaluate((each) => each === document.activeElement)).toBe(true);
  expect((await record(page)).successes).toBe(1);
});

test("reports that nothing was connected when the person declines", async () => {
  const page = await openProduct({ one: "components" });
  await goToProvider(page);
  await decide(page, "Cancel");
  await dialog(page).getByRole("alert").getByText("Access to Gmail was declined.").waitFor();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await page.getByText(/Gmail wasn’t connected/).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[data-state]")?.className))
    .toContain("ak-connect");
  expect((await record(page)).successes).toBe(0);
});

test("reconnects a broken account, whose row keeps its id, and disconnects it", async () => {
  await createAccounts(1, "failed");
  const page = await openProduct({ one: "components" });
  const row = page.locator("[data-connection-id]");
  const id = await row.getAttribute("data-connection-id");
  await goToProvider(page, row.getByRole("button", { name: /^Reconnect/ }));
  await decide(page, "Allow");
  await row.getByText("Connected", { exact: true }).waitFor();
  await dialog(page).waitFor({ state: "detached" });
  expect((await record(page)).successes).toBe(1);
  expect(await row.count()).toBe(1);
  expect(await row.getAttribute("data-connection-id")).toBe(id);

  await row.getByRole("button", { name: "Options for Gmail" }).click();
  await page.getByRole("menuitem", { name: /Disconnect/ }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Disconnect/ })
    .click();
  await page
    .getByText(/disconnected/i)
    .first()
    .waitFor();
  const list = await page.evaluate(async () =>
    (await fetch("/api/connect-one/connections?identityType=user")).json(),
  );
  expect(list.connections).toEqual([]);
});

test.for(["cards", "own-cards"] as const)(
  "settles the request whose button was pressed, where the %s stand in another order",
  async (one) => {
    await createAccounts(2);
    const [first, second] = [await ask(), await ask()];
    const page = await openConversation([first, second], { one });
    await goToProvider(page, connectIn(page, second));
    await showConversation([second, first]);
    await decide(page, "Allow");
    await expect.poll(() => stateOf(page, second)).toBe("connected");
    await dialog(page).waitFor({ state: "detached" });
    const [answer] = (await record(page)).settled;
    expect(answer).toMatchObject({ id: second.id, connectionId: expect.any(String) });
    expect(second.candidates.map(({ id }) => id)).not.toContain(answer?.connectionId);
    // Nobody has chosen an account for the other call.
    await expect.poll(() => stateOf(page, first)).toBe("pending");
    const { connectionId } = answer ?? {};
    expect(await resolve(second)).toMatchObject({ status: "done", connectionId });
    expect(await resolve(first)).toMatchObject({ status: "connection_required" });
    expect((await record(page)).settled).toHaveLength(1);
  },
);

test("moves the focus to the card that continues", async () => {
  const request = await ask();
  const page = await openConversation([request]);
  await goToProvider(page);
  await decide(page, "Allow");
  await expect.poll(() => stateOf(page, request)).toBe("connected");
  await dialog(page).waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.className))
    .toContain("ak-request-result");
  expect(await record(page)).toMatchObject({ settled: [{ id: request.id, status: "connected" }] });
});

test("keeps the call waiting when the person declines at the provider, until they decline the request", async () => {
  const request = await ask();
  const page = await openConversation([request]);
  await goToProvider(page);
  await decide(page, "Cancel");
  await dialog(page).getByRole("alert").getByText("Access to Gmail was declined.").waitFor();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await expect.poll(() => stateOf(page, request)).toBe("error");
  await cardOf(page, request).getByRole("alert").waitFor();
  expect(await resolve(request)).toMatchObject({ status: "connection_required" });
  await cardOf(page, request).getByRole("button", { name: "Not now" }).click();
  await expect.poll(() => stateOf(page, request)).toBe("declined");
  expect(await resolve(request)).toMatchObject({ status: "declined" });
  expect(await record(page)).toMatchObject({ settled: [{ status: "declined" }] });
});

test("keeps the call waiting when the person comes back without an answer", async () => {
  const request = await ask();
  const page = await openConversation([request]);
  await goToProvider(page);
  await page.goBack();
  await expect.poll(() => stateOf(page, request)).toBe("pending");
  expect(await resolve(request)).toMatchObject({ status: "connection_required" });
  expect(await record(page)).toMatchObject({ settled: [] });
});

test("does nothing when the person goes back", async () => {
  const page = await openProduct();
  await goToProvider(page);
  await page.goBack();
  await expectQuiet(page);
  await connectButton(page).click();
  await openButton(page).waitFor();
});

test("ends the session of a page that comes back from the back-forward cache", async () => {
  // Playwright disables that cache by default.
  const cached = await launchChromium({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  const page = await (await cached.newContext()).newPage();
  await page.goto(product.page({ one: "hook", authWindow: "same", viewer }));
  await goToProvider(page);
  // Playwright loses track of a restored page; the DevTools protocol does not.
  const protocol = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const options = { expression, returnByValue: true };
    return (await protocol.send("Runtime.evaluate", options)).result.value;
  };
  await protocol.send("Page.enable");
  const restored = new Promise<void>((resolve) => {
    protocol.on("Page.frameNavigated", ({ type }) => {
      if (type === "BackForwardCacheRestore") resolve();
    });
  });
  // An evaluation that a navigation interrupts fails, and this one begins a navigation.
  await Promise.all([restored, evaluate("history.back()").catch(() => {})]);
  await expect.poll(() => evaluate("window.product?.isRestored")).toBe(true);
  await expect.poll(() => evaluate("window.product.outcomes")).toEqual([{ type: "cancelled" }]);
  expect(await evaluate("document.querySelector('dialog, iframe')")).toBe(null);
  expect(await evaluate(`sessionStorage.getItem("${storageKey}")`)).toBe(null);
  await cached.close();
});

test("does nothing in another tab, nor when the tab at the provider was closed", async () => {
  const page = await openProduct();
  await goToProvider(page);
  await expectQuiet(await openProduct());
  await page.close();
  await expectQuiet(await openProduct());
});

test("two redirected tabs each return with their own account", async () => {
  const first = await openProduct();
  await goToProvider(first);
  const second = await openProduct();
  await goToProvider(second);
  for (const page of [second, first]) {
    // Chromium renders only the tab in front.
    await page.bringToFront();
    await decide(page, "Allow");
    await page.waitForFunction(() => window.product?.outcomes.length > 0);
    expect(await record(page)).toMatchObject({ outcomes: [{ type: "connected" }], successes: 1 });
  }
});

test("opens a popup instead when the browser refuses storage", async () => {
  await context.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("Storage is blocked.", "SecurityError");
      },
    });
  });
  const page = await openProduct();
  await connectButton(page).click();
  const opened = context.waitForEvent("page");
  const frame = page.frameLocator("dialog iframe");
  await frame.getByRole("button", { name: "Continue to Gmail" }).click();
  await decide(await opened, "Allow");
  await page.waitForFunction(() => window.product.outcomes.length > 0);
  expect(await record(page)).toMatchObject({ outcomes: [{ type: "connected" }] });
});

test("ignores what `@withone/auth` has stored, and keeps it", async () => {
  await context.addInitScript(() => {
    const entry = JSON.stringify({ state: "left-over", at: Date.now() });
    sessionStorage.setItem("__withone_auth_pending", entry);
  });
  const page = await openProduct();
  await expectQuiet(page);
  await connectButton(page).click();
  await openButton(page).waitFor();
  expect(await page.locator("iframe").count()).toBe(1);
  expect(await page.evaluate(() => sessionStorage.getItem("__withone_auth_pending"))).toContain(
    "left-over",
  );
});

test.for([
  ["of another viewer", { viewer: "somebody-else" }],
  ["on another page", { policy: "frame-src *" }],
] as const)("does nothing for a return %s", async ([, options]) => {
  const page = await openProduct();
  await goToProvider(page);
  await page.goto(product.page({ one: "hook", authWindow: "same", viewer, ...options }));
  await connectButton(page).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await dialog(page).count()).toBe(0);
  expect(await record(page)).toMatchObject({ outcomes: [], successes: 0 });
});

test("ignores forged messages while it looks up how the sign-in ended", async () => {
  const page = await openProduct();
  await goToProvider(page);
  const saves: string[] = [];
  page.on("request", (request) => {
    const isSave = request.method() === "POST" && request.url().endsWith("/connections");
    if (isSave) saves.push(request.postDataJSON().key);
  });
  await page.addInitScript(() => {
    if (location.pathname !== "/") return;
    const forged = [
      { messageType: "LINK_SUCCESS", message: { key: "test::gmail::default::attacker" } },
      { messageType: "OAUTH_REDIRECT", url: "https://attacker.example/", state: "forged" },
      { messageType: "EXIT_EVENT_LINK" },
    ];
    setInterval(() => {
      for (const message of forged) window.postMessage(message, "*");
    }, 10);
  });
  await decide(page, "Allow");
  await page.waitForFunction(() => window.product?.outcomes.length > 0);
  expect(await record(page)).toMatchObject({ outcomes: [{ type: "connected" }], successes: 1 });
  expect(saves).toHaveLength(1);
  expect(saves[0]).not.toContain("attacker");
});
