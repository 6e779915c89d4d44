// @vitest-environment node
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProductRecord } from "../../test/product-page.tsx";
import {
  alert,
  closeAndRead,
  connectButton,
  dialog,
  messageOf,
  openButton,
  openWithStandingClock,
} from "../../test/product-session.ts";
import {
  launchChromium,
  type PageOptions,
  type ServedProduct,
  serveProduct,
} from "../../test/served-product.ts";

/** One line of the table that is printed at the end; seconds by the page's clock. */
interface Meeting {
  fault: string;
  outcome: ProductRecord["outcomes"][number];
  seconds: number | null;
  message: string;
  /** Outcome of a session before, which was closed a second after the press. */
  closedAtOnce: string;
  /** What the console said of it. */
  hints: string[];
}

let product: ServedProduct;
let browser: Browser;
const table: Meeting[] = [];

const faults = [
  "frame-src",
  "frame-ancestors",
  "refused port",
  "HTTP 500",
  "hang",
  "offline",
] as const;
type Fault = (typeof faults)[number];

/** By fault, what the console says of its cause. */
const likelyCauses = {
  "frame-ancestors": /X-Frame-Options, frame-ancestors/,
  "refused port": /cannot be reached/,
  "HTTP 500": /OPTIONS.*authKitOrigins/,
  hang: /cannot be reached/,
} satisfies Partial<Record<Fault, RegExp>>;
type HintedFault = keyof typeof likelyCauses;

function optionsOf(fault: Fault): PageOptions {
  const { hanging, failing, refused, unframeable } = product.brokenOrigins;
  return {
    "frame-src": { frameSrc: "'self'" },
    "frame-ancestors": { baseUrl: unframeable },
    "refused port": { baseUrl: refused },
    "HTTP 500": { baseUrl: failing },
    hang: { baseUrl: hanging },
    offline: { baseUrl: hanging },
  }[fault];
}

async function open(options?: PageOptions): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openWithStandingClock(page, product.page(options));
  return page;
}

async function press(page: Page) {
  await connectButton(page).click();
  await dialog(page).locator("iframe").waitFor({ state: "attached" });
}

beforeAll(async () => {
  [product, browser] = await Promise.all([serveProduct(), launchChromium()]);
});
afterAll(async () => {
  for (const { fault, outcome, seconds, closedAtOnce, message } of table) {
    console.log(
      `${fault} | ${outcome.type} | ${seconds?.toFixed(2)} s | closed after 1 s: ${closedAtOnce} | ${message}`,
    );
  }
  await browser?.close();
  await product?.close();
});

/** Presses twice: closes the first session after a second, waits in the other for the message. */
async function meet(fault: Fault): Promise<Meeting> {
  const page = await open(optionsOf(fault));
  const hints: string[] = [];
  page.on("console", (line) => {
    if (line.text().includes("no sign of life")) hints.push(line.text());
  });
  await press(page);
  await page.clock.runFor(1_000);
  if (fault === "frame-src") await alert(page).waitFor();
  const { type: closedAtOnce } = await closeAndRead(page);

  await press(page);
  // The network goes while AuthKit's page is on its way.
  if (fault === "offline") await page.context().setOffline(true);
  // The page's own policy is known at once; anything else may only be slow, for ten seconds.
  if (fault !== "frame-src") {
    await page.clock.runFor(9_500);
    expect(await alert(page).count()).toBe(0);
    await page.clock.runFor(1_000);
  }
  await alert(page).waitFor();
  const message = await messageOf(page);
  const { seconds } = await page.evaluate(() => window.product);
  if (fault in likelyCauses) {
    // The page looks for the cause itself, for as long as three seconds.
    await page.clock.resume();
    await expect.poll(() => hints.length).toBeGreaterThan(0);
  }
  const outcome = await closeAndRead(page);
  await page.context().close();
  const meeting = { fault, outcome, seconds, message, closedAtOnce, hints };
  table.push(meeting);
  return meeting;
}

const meetings = new Map<Fault, Promise<Meeting>>();

/** Each fault is met once, by the first test that asks. */
function met(fault: Fault): Promise<Meeting> {
  const meeting = meetings.get(fault) ?? meet(fault);
  meetings.set(fault, meeting);
  return meeting;
}

describe("A frame that shows no sign of life", () => {
  test.for(faults)("A17: %s: says so within 10.5 s", async (fault) => {
    const { message, outcome } = await met(fault);
    if (fault === "offline") {
      expect(message).toMatch(/^You’re offline/);
      expect(outcome).toMatchObject({ type: "network", code: "offline" });
    } else {
      expect(message).toMatch(/^The sign-in page didn’t load.*Allow it, then try again/);
      expect(outcome).toMatchObject({ type: "blocked", code: "frame_blocked" });
    }
  });

  test.for(faults)("A17: %s: can be closed after 1 s", async (fault) => {
    const { closedAtOnce } = await met(fault);
    expect(closedAtOnce).toBe(fault === "frame-src" ? "blocked" : "cancelled");
  });

  test.for(Object.entries(likelyCauses) as [HintedFault, RegExp][])(
    "A17: %s: one line of the console names the likely cause",
    async ([fault, hint]) => {
      const { hints } = await met(fault);
      expect(hints).toEqual([expect.stringMatching(hint)]);
    },
  );

  test("A17: frame-src: the error says what to add to the policy", async () => {
    const { outcome } = await met("frame-src");
    expect(outcome.message).toContain(`frame-src ${product.authKitOrigin}`);
  });

  test("the message never covers the frame, which takes over again if it wakes", async () => {
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = await open();
    // The request of AuthKit's page for its token is held until the kit has given that page up.
    await page.route("**/token*", async (route) => {
      await isReleased;
      await route.continue();
    });
    await press(page);
    await page.clock.runFor(10_500);
    await alert(page).waitFor();
    const message = await alert(page).boundingBox();
    const frame = await dialog(page).locator("iframe").boundingBox();
    if (!message || !frame) throw new Error("One of them has no place on the page.");
    expect(message.y + message.height).toBeLessThanOrEqual(frame.y);
    expect(frame.height).toBeGreaterThan(200);
    release();
    await page.clock.resume();
    await alert(page).waitFor({ state: "detached" });
    await openButton(page).waitFor();
    await page.context().close();
  });

  test("A18: after two seconds it says that it takes longer", async () => {
    const page = await open(optionsOf("hang"));
    await press(page);
    const status = dialog(page).getByRole("status");
    await page.clock.runFor(1_900);
    expect(await status.textContent()).toBe("Opening Gmail…");
    await page.clock.runFor(100);
    await status.getByText(/^Still opening Gmail…/).waitFor();
    await page.context().close();
  });
});

test("A17: a page that was offline goes on by itself when it is back", async () => {
  const page = await browser.newPage();
  await page.goto(product.page());
  await connectButton(page).click();
  await openButton(page).waitFor();
  await closeAndRead(page);
  await page.context().setOffline(true);
  await connectButton(page).click();
  await alert(page)
    .getByText(/offline/)
    .waitFor();
  await page.context().setOffline(false);
  await openButton(page).waitFor();
  await page.close();
});
