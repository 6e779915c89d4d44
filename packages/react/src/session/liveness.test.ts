// @vitest-environment node
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ProductRecord } from "../../test/product-page.tsx";
import {
  launchChromium,
  type PageOptions,
  type ServedProduct,
  serveProduct,
} from "../../test/served-product.ts";

/** One line of the table that is printed at the end. */
interface Meeting {
  fault: string;
  outcome: ProductRecord["outcomes"][number];
  message: string;
  seconds: number;
  /** Outcome of a first session that was closed a second after the press. */
  closedAtOnce: string;
  hints: string[];
}

let product: ServedProduct;
let browser: Browser;
const table: Meeting[] = [];

const button = (page: Page) => page.getByRole("button", { name: "Connect Gmail" });
const dialog = (page: Page) => page.getByRole("dialog");
const alert = (page: Page) => dialog(page).getByRole("alert");

async function closeAndRead(page: Page) {
  const count = await page.evaluate(() => window.product.outcomes.length);
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await page.waitForFunction((known) => window.product.outcomes.length > known, count);
  await dialog(page).waitFor({ state: "detached" });
  const outcome = await page.evaluate(() => window.product.outcomes.at(-1));
  if (!outcome) throw new Error("There is no outcome.");
  return outcome;
}

async function open(options: PageOptions = {}): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(product.page(options));
  await button(page).waitFor();
  return page;
}

/** Presses twice: closes the first session after a second, waits in the other for the message. */
async function meet(
  fault: string,
  page: Page,
  interfere: (page: Page) => Promise<void> = async () => {},
): Promise<Meeting> {
  const hints: string[] = [];
  page.on("console", (line) => {
    if (line.text().includes("no sign of life")) hints.push(line.text());
  });
  await button(page).click();
  await page.waitForFunction(() => performance.now() - window.product.pressedAt > 1_000);
  const { type: closedAtOnce } = await closeAndRead(page);

  await button(page).click();
  await interfere(page);
  await alert(page).waitFor({ timeout: 15_000 });
  const message = (await alert(page).getByRole("paragraph").allTextContents()).join(" ");
  const seconds = await page.evaluate(() => window.product.seconds ?? Number.NaN);
  const hasHint = seconds > 9 && !(await page.evaluate(() => !navigator.onLine));
  if (hasHint) await expect.poll(() => hints.length, { timeout: 5_000 }).toBeGreaterThan(0);
  const outcome = await closeAndRead(page);
  await page.context().close();
  const meeting = { fault, outcome, message, seconds, closedAtOnce, hints };
  table.push(meeting);
  return meeting;
}

const faults = [
  "frame-src",
  "frame-ancestors",
  "refused port",
  "HTTP 500",
  "hang",
  "offline",
] as const;
let meetings: Record<(typeof faults)[number], Promise<Meeting>>;
let late: ReturnType<typeof meetLate>;
let slow: ReturnType<typeof meetSlow>;

/** The network goes while AuthKit's page is on its way. */
async function goOffline(page: Page) {
  await dialog(page).locator("iframe").waitFor({ state: "attached" });
  await page.context().setOffline(true);
}

/** Holds the request of AuthKit's page for its token until the kit has given that page up. */
async function meetLate(page: Page) {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/token*", async (route) => {
    await isReleased;
    await route.continue();
  });
  await button(page).click();
  await alert(page).waitFor({ timeout: 15_000 });
  const message = await alert(page).boundingBox();
  const frame = await dialog(page).locator("iframe").boundingBox();
  if (!message || !frame) throw new Error("One of them has no place on the page.");
  return { page, message, frame, release };
}

async function meetSlow(page: Page) {
  await button(page).click();
  const status = dialog(page).getByRole("status");
  await status.getByText(/^Still opening Gmail…/).waitFor({ timeout: 15_000 });
  const statuses = await page.evaluate(() => window.product.statuses);
  await page.context().close();
  return statuses;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([serveProduct(), launchChromium()]);
  const { hanging, failing, refused, unframeable } = product.brokenOrigins;
  const pages = {
    "frame-src": await open({ frameSrc: "'self'" }),
    "frame-ancestors": await open({ baseUrl: unframeable }),
    "refused port": await open({ baseUrl: refused }),
    "HTTP 500": await open({ baseUrl: failing }),
    hang: await open({ baseUrl: hanging }),
    offline: await open({ baseUrl: hanging }),
    late: await open(),
    slow: await open({ baseUrl: hanging }),
  };
  // All at the same time: each takes the ten seconds that a person would wait.
  meetings = {
    "frame-src": meet("frame-src", pages["frame-src"]),
    "frame-ancestors": meet("frame-ancestors", pages["frame-ancestors"]),
    "refused port": meet("refused port", pages["refused port"]),
    "HTTP 500": meet("HTTP 500", pages["HTTP 500"]),
    hang: meet("hang", pages.hang),
    offline: meet("offline", pages.offline, goOffline),
  };
  late = meetLate(pages.late);
  slow = meetSlow(pages.slow);
  // The tests await them one by one; until then nobody does.
  for (const run of [...Object.values(meetings), late, slow]) run.catch(() => {});
}, 60_000);
afterAll(async () => {
  for (const { fault, outcome, seconds, closedAtOnce, message } of table) {
    console.log(
      `${fault} | ${outcome.type} | ${seconds.toFixed(2)} s | closed after 1 s: ${closedAtOnce} | ${message}`,
    );
  }
  await browser?.close();
  await product?.close();
});

describe("A frame that shows no sign of life", { timeout: 40_000 }, () => {
  test.for(faults)("A17: %s: says so within 10.5 s", async (fault) => {
    const { seconds, message, outcome } = await meetings[fault];
    expect(seconds).toBeLessThanOrEqual(10.5);
    if (fault === "offline") {
      expect(message).toMatch(/^You’re offline/);
      expect(outcome).toMatchObject({ type: "network", code: "offline" });
    } else {
      expect(message).toMatch(/^The sign-in page didn’t load.*Allow it, then try again/);
      expect(outcome).toMatchObject({ type: "blocked", code: "frame_blocked" });
    }
  });

  test.for(faults)("A17: %s: can be closed after 1 s", async (fault) => {
    const { closedAtOnce } = await meetings[fault];
    // The page's own policy is known at once.
    expect(closedAtOnce).toBe(fault === "frame-src" ? "blocked" : "cancelled");
  });

  test.for([
    ["frame-ancestors", /X-Frame-Options, frame-ancestors/],
    ["refused port", /cannot be reached/],
    ["HTTP 500", /OPTIONS.*authKitOrigins/],
    ["hang", /cannot be reached/],
  ] as const)("A17: %s: one line of the console names the likely cause", async ([fault, hint]) => {
    const { hints } = await meetings[fault];
    expect(hints).toEqual([expect.stringMatching(hint)]);
  });

  test("A17: frame-src: the error says what to add to the policy", async () => {
    const { outcome } = await meetings["frame-src"];
    expect(outcome.message).toContain(`frame-src ${product.authKitOrigin}`);
  });

  test("the message never covers the frame, which takes over again if it wakes", async () => {
    const { page, message, frame, release } = await late;
    expect(message.y + message.height).toBeLessThanOrEqual(frame.y);
    expect(frame.height).toBeGreaterThan(200);
    release();
    await alert(page).waitFor({ state: "detached" });
    await page.locator("button[data-phase=open]").waitFor();
    await page.context().close();
  });

  test("A18: after two seconds it says that it takes longer", async () => {
    const [opening, longer] = await slow;
    expect(opening?.text).toBe("Opening Gmail…");
    expect(longer?.text).toMatch(/^Still opening Gmail…/);
    expect(longer?.seconds).toBeGreaterThan(2);
    expect(longer?.seconds).toBeLessThan(4);
  });
});

// After the frames, so that no other page keeps the machine busy while seconds are counted.
describe("A token that is refused", { timeout: 20_000 }, () => {
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
  afterEach(() => control("clearFaults"));

  test.for([
    [401, "upstream", "upstream_unauthorized", "Connecting isn’t set up yet"],
    [402, "upstream", "upstream_quota_exceeded", "Connecting is paused"],
    [403, "upstream", "upstream_forbidden", "Connecting isn’t set up yet"],
    [429, "rate_limited", "upstream_rate_limited", "Too many attempts"],
  ] as const)(
    "Pica answers %i: the cause is shown within 1.5 s, and Close works",
    async ([status, type, code, title]) => {
      await refuse(status);
      const isLimit = status === 429;
      const meeting = await meet(
        `token ${status}`,
        await open(isLimit ? { endpoint: "/api/connect-limited" } : {}),
      );
      expect(meeting.message).toContain(title);
      expect(meeting.outcome).toMatchObject({ type, code });
      // Whichever was there first on a busy machine: the cause, or the press on Close.
      expect([type, "cancelled"]).toContain(meeting.closedAtOnce);
      expect(meeting.seconds).toBeLessThanOrEqual(1.5);
    },
  );

  test("Try again takes a new ticket and a new frame in the same dialog", async () => {
    await refuse(401, 1);
    const page = await open();
    await button(page).click();
    await alert(page).waitFor();
    const before = await dialog(page).elementHandle();
    const address = await dialog(page).locator("iframe").getAttribute("src");
    await alert(page).getByRole("button", { name: "Try again" }).click();
    await page.locator("button[data-phase=open]").waitFor();
    expect(await dialog(page).evaluate((now, then) => now === then, before)).toBe(true);
    await expect.poll(() => dialog(page).locator("iframe").count()).toBe(1);
    expect(await dialog(page).locator("iframe").getAttribute("src")).not.toBe(address);
    await page.context().close();
  });
});

test("A17: a page that was offline goes on by itself when it is back", {
  timeout: 20_000,
}, async () => {
  const page = await open();
  await button(page).click();
  await page.locator("button[data-phase=open]").waitFor();
  await closeAndRead(page);
  await page.context().setOffline(true);
  await button(page).click();
  await alert(page)
    .getByText(/offline/)
    .waitFor();
  await page.context().setOffline(false);
  await page.locator("button[data-phase=open]").waitFor();
  await page.context().close();
});
