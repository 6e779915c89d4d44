import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import { type HookOptions, type Product, startProduct } from "./product.ts";
import { launchBrowser, openConsent, smallCatalog, type Visit, visit } from "./visit.ts";

/** The hosted page as `@picahq/authkit` 1.0.10 opens it, in Chromium. */
let served: ServedEmulator;
let product: Product;
let browser: Browser;
let open: Visit[] = [];

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
beforeEach(() => {
  served.emulator.control.reset();
  product.refuseTokens(undefined);
  product.tokenRequests.length = 0;
});
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});

async function connect(options: HookOptions = {}, openerPolicy?: string): Promise<Visit> {
  const one = await visit(browser, product.page("useAuthKit", options, openerPolicy));
  open.push(one);
  return one;
}

const connections = () => served.emulator.control.connections();

describe("The list", () => {
  it("asks the token endpoint for page after page, and shows every connector", async () => {
    const whole = await serveEmulator();
    const wholeProduct = await startProduct(whole);
    const { frame, close } = await visit(browser, wholeProduct.page("useAuthKit"));
    await frame.getByRole("button", { name: "Zoom" }).waitFor();
    expect(await frame.getByRole("listitem").count()).toBe(294);
    expect(wholeProduct.tokenRequests).toEqual(
      [1, 2, 3].map((page) => `/token?page=${page}&limit=100`),
    );
    await close();
    await wholeProduct.close();
    await whole.close();
  });

  it("is searched by name and announces how many it found; Escape empties the search, then closes the page", async () => {
    const { page, frame, calls } = await connect();
    await frame.getByRole("searchbox", { name: "Search connectors" }).fill("gmai");
    expect(await frame.getByRole("listitem").allInnerTexts()).toEqual(["Gmail"]);
    await expect.poll(() => frame.getByRole("status").last().textContent()).toBe("1 connector");
    const search = frame.getByRole("searchbox");
    await search.fill("nothing like it");
    await frame.getByText("No connector matches “nothing like it”.").waitFor();

    await search.press("Escape");
    expect(await search.inputValue()).toBe("");
    expect(await calls()).toEqual([]);
    await search.press("Escape");
    await page.locator("#event-link").waitFor({ state: "detached" });
    await expect.poll(calls).toEqual([["close", undefined]]);
  });

  it("works by keyboard alone, and connects another account under a new key", async () => {
    const { page, frame } = await connect();
    const search = frame.getByRole("searchbox");
    await search.focus();
    await search.pressSequentially("stripe");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await frame.getByRole("heading", { name: "Connect Stripe" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("sk_stripe");
    await page.keyboard.press("Enter");
    await frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
    expect(connections()).toHaveLength(1);

    await frame.getByRole("button", { name: "Connect another" }).press("Enter");
    await frame.getByRole("button", { name: "Stripe" }).press("Enter");
    await frame.getByLabel("API key").fill("sk_stripe");
    await page.keyboard.press("Enter");
    await frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
    expect(new Set(connections().map(({ key }) => key)).size).toBe(2);
  });
});

describe("A connector that is signed in to", () => {
  it("is connected in a window of its own, with the account chosen there", async () => {
    const visited = await connect({ companyName: "Halyard" });
    await visited.frame.getByRole("searchbox").fill("gmail");
    await visited.frame.getByRole("button", { name: "Gmail" }).click();
    const consent = await openConsent(visited, "Gmail");
    await consent.getByText("Allow Halyard to access your Gmail account?").waitFor();
    await consent.getByRole("radio", { name: "support@marlowfinch.example" }).check();
    await consent.getByRole("button", { name: "Allow" }).click();

    await visited.frame.getByRole("heading", { name: "Gmail is connected" }).waitFor();
    await expect.poll(() => consent.isClosed()).toBe(true);
    const [connection] = connections();
    expect(connection).toMatchObject({
      platform: "gmail",
      environment: "test",
      identity: "user-42",
      identityType: "user",
      account: "support@marlowfinch.example",
    });
    await expect.poll(visited.calls).toHaveLength(1);
    const [[name, record] = []] = await visited.calls();
    expect(name).toBe("success");
    expect(record).toMatchObject({
      key: connection?.key,
      platform: "gmail",
      identity: "user-42",
      createdAt: connection?.createdAt,
    });
    // As upstream's types have it: no state, and an id that is not the vault's.
    expect(record).not.toHaveProperty("state");
    expect(record).not.toHaveProperty("id");
    expect(record).not.toMatchObject({ _id: connection?.id });

    // Upstream leaves the page open after a success; only the person ends it.
    await visited.frame.getByRole("button", { name: "Done" }).click();
    await visited.page.locator("#event-link").waitFor({ state: "detached" });
    await expect
      .poll(async () => (await visited.calls()).map(([name]) => name))
      .toEqual(["success", "close"]);
  });

  it("reports a person who declines and a provider that fails, and lets people try again", async () => {
    const visited = await connect({ selectedConnection: "Gmail" });
    const consent = await openConsent(visited, "Gmail");
    await consent.getByRole("button", { name: "Cancel" }).click();
    await visited.frame.getByRole("alert").getByText("Access to Gmail was declined.").waitFor();
    await expect.poll(visited.calls).toEqual([["error", "Access to Gmail was declined."]]);
    expect(connections()).toEqual([]);

    served.emulator.control.addFault({
      kind: "provider_error",
      message: "Google is on strike",
      times: 1,
    });
    const failing = await openConsent(visited, "Gmail");
    await failing.getByRole("button", { name: "Allow" }).click();
    await visited.frame.getByRole("alert").getByText("Google is on strike").waitFor();
    await expect
      .poll(async () => (await visited.calls()).slice(1))
      .toEqual([["error", "Google is on strike"]]);

    const again = await openConsent(visited, "Gmail");
    await again.getByRole("button", { name: "Allow" }).click();
    await visited.frame.getByRole("heading", { name: "Gmail is connected" }).waitFor();
  });

  it("tells only the person when the window is closed, by them or from the page", async () => {
    const visited = await connect({ selectedConnection: "Gmail" });
    const consent = await openConsent(visited, "Gmail");
    await consent.close();
    await visited.frame.getByRole("alert").getByText("was closed").waitFor();

    const second = await openConsent(visited, "Gmail");
    await visited.frame.getByRole("button", { name: "Cancel" }).click();
    await visited.frame.getByRole("heading", { name: "Connect Gmail" }).waitFor();
    await expect.poll(() => second.isClosed()).toBe(true);
    await visited.frame.getByRole("alert").getByText("was closed").waitFor();
    expect(await visited.calls()).toEqual([]);
  });
});

describe("A connector with a key form", () => {
  it("is connected by a key, refuses a wrong one, and keeps neither", async () => {
    const { frame, calls } = await connect({ selectedConnection: "Stripe" });
    await frame.getByLabel("API key").fill("invalid");
    await frame.getByRole("button", { name: "Connect" }).click();
    await frame.getByRole("alert").getByText("Invalid connection credentials").waitFor();
    await expect.poll(calls).toEqual([["error", "Invalid connection credentials"]]);
    expect(connections()).toEqual([]);

    await frame.getByLabel("API key").fill("sk_stripe_1");
    await frame.getByRole("button", { name: "Connect" }).click();
    await frame.getByRole("heading", { name: "Stripe is connected" }).waitFor();
    expect(connections()).toMatchObject([{ platform: "stripe", identity: "user-42" }]);
    const { control } = served.emulator;
    const known = JSON.stringify([control.save(), control.requests()]);
    expect(known).toContain("stripe");
    expect(known).not.toContain("sk_stripe_1");
    expect(known).not.toContain('"invalid"');
  });

  it("asks for every field that the provider needs, leads to the first empty one, and takes a name", async () => {
    const { frame } = await connect({ selectedConnection: "Postgresql", showNameInput: true });
    await frame.getByLabel("Host").fill("db.acme.example");
    await frame.getByRole("button", { name: "Connect" }).click();
    const port = frame.getByLabel("Port");
    await expect.poll(() => port.getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => port.evaluate((input) => input === document.activeElement)).toBe(true);
    await frame.getByText("Enter the Password.").waitFor();

    await frame.getByLabel("Name (optional)").fill("Shop in Oslo");
    for (const label of ["Port", "Database", "User", "Password"]) {
      await frame.getByLabel(label).fill("value");
    }
    await frame.getByRole("button", { name: "Connect" }).click();
    await frame.getByRole("heading", { name: "Postgresql is connected" }).waitFor();
    expect(connections()).toMatchObject([{ name: "Shop in Oslo" }]);
  });
});

describe("When nothing can be connected", () => {
  it("says that a platform does not exist when no display name matches", async () => {
    const { frame, calls } = await connect({ selectedConnection: "gmail" });
    await frame.getByRole("heading", { name: "This platform does not exist" }).waitFor();
    expect(await calls()).toEqual([]);
  });

  it("tells only the person when the token endpoint refuses, and tries again", async () => {
    product.refuseTokens(401);
    const { frame, calls } = await connect();
    await frame.getByText("The app's token endpoint answered with status 401.").waitFor();
    expect(await calls()).toEqual([]);
    product.refuseTokens(undefined);
    await frame.getByRole("button", { name: "Try again" }).click();
    await frame.getByRole("button", { name: "Airtable" }).waitFor();
  });

  it("tells only the person that a session has expired, in the list and in a form", async () => {
    const list = await connect();
    const form = await connect({ selectedConnection: "Stripe" });
    await list.frame.getByRole("button", { name: "Airtable" }).waitFor();
    await form.frame.getByLabel("API key").fill("sk_stripe_1");
    served.emulator.control.advanceClock({ milliseconds: 5 * 60_000 });

    await list.frame.getByRole("button", { name: "Airtable" }).click();
    await list.frame.getByRole("heading", { name: "This session has expired" }).waitFor();
    await form.frame.getByRole("button", { name: "Connect" }).click();
    await form.frame.getByRole("heading", { name: "This session has expired" }).waitFor();
    expect([...(await list.calls()), ...(await form.calls())]).toEqual([]);
    expect(connections()).toEqual([]);
  });

  it("says so when the product's page lets no window be opened", async () => {
    const options = { selectedConnection: "Gmail" };
    // Chromium opens no window for a frame of another origin in a page that isolates itself.
    const { frame, calls } = await connect(options, "same-origin");
    await frame.getByRole("button", { name: "Continue to Gmail" }).click();
    await frame.getByRole("alert").getByText("The sign-in window was blocked.").waitFor();
    expect(await calls()).toEqual([]);
  });
});

it("leads whoever types its address in to the status page", async () => {
  const page = await browser.newPage();
  await page.goto(served.origin);
  expect(page.url()).toBe(`${served.origin}/__emulator`);
  await page.getByRole("heading", { name: "authkit-ui emulator" }).waitFor();
  await page.getByRole("button", { name: "429 Rate limit" }).click();
  await page.getByText('{"kind":"status","status":429').waitFor();
  expect(served.emulator.control.faults()).toMatchObject([{ kind: "status", status: 429 }]);
  await page.close();
});

describe("What the product can change", () => {
  const expectTheme = ({ frame }: Visit, theme: "light" | "dark") =>
    expect
      .poll(() => frame.locator("html").evaluate((html) => getComputedStyle(html).colorScheme))
      .toBe(theme);

  it("shows who it is from in the theme asked for, unless the account is white-labelled", async () => {
    const plain = await connect({ title: "Link your tools", appTheme: "light" });
    await plain.frame.getByRole("heading", { name: "Link your tools" }).waitFor();
    await plain.frame.getByText("Pica AuthKit, emulated").waitFor();
    await expectTheme(plain, "light");

    served.emulator.control.setWhiteLabel({ whiteLabel: true });
    const branded = await connect({ appTheme: "dark" });
    await branded.frame.getByRole("button", { name: "Airtable" }).waitFor();
    expect(await branded.frame.getByText("Pica AuthKit, emulated").isVisible()).toBe(false);
    await expectTheme(branded, "dark");
  });

  it("shows letters beyond ASCII, and replaces the texts of the address by the posted ones", async () => {
    const { page, frame } = await connect({ title: "Café Ångström" });
    await frame.getByRole("heading", { name: "Café Ångström" }).waitFor();
    await page.evaluate(() => {
      const embedded = document.querySelector("iframe")?.contentWindow;
      embedded?.postMessage({ linkTokenEndpoint: "/token", title: "ハルヤード" }, "*");
    });
    await frame.getByRole("heading", { name: "ハルヤード" }).waitFor();
  });
});
