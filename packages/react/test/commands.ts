import type { Page } from "playwright";
import type { BrowserCommand, BrowserCommandContext } from "vitest/node";
import { routeFaults as faultsInForce, serverLog } from "./backend-proxy.ts";
import type { RouteFault } from "./route-faults.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    /** Waits for the provider's window and decides in it. */
    consent: (decision: "Allow" | "Cancel") => Promise<void>;
    /** An operation of the emulator's control API. */
    control: (origin: string, operation: string, input?: unknown) => Promise<unknown>;
    /** What goes wrong between the browser and the server from now on. */
    routeFaults: (faults: RouteFault[]) => Promise<void>;
    /** Method and path of every request to the server since the last call. */
    routeLog: () => Promise<string[]>;
    /** Every line that the server has logged. */
    serverLog: () => Promise<string[]>;
    /** Lets AuthKit's own page, in its frame, post messages to the kit. */
    postFromAuthKit: (origin: string, messages: unknown[]) => Promise<void>;
    /** From now on, a file of the kit's code does not arrive, or only once it is given. */
    withholdCode: (file: string, how: "fail" | "wait") => Promise<void>;
    /** Lets it arrive, for those who wait for it too. */
    giveCode: (file: string) => Promise<void>;
    /** Presses keys as a person does, wherever the focus is, frames included. */
    press: (keys: string[]) => Promise<void>;
    /** The same in the window of this name. */
    pressInWindow: (name: string, keys: string[]) => Promise<void>;
    /** Signs in through AuthKit's page of this origin, in whatever document or window it stands. */
    signInThrough: (origin: string, name: string) => Promise<void>;
    type: (text: string) => Promise<void>;
    /** The accessibility tree of the first matching element, as YAML. */
    accessibilityTree: (selector: string) => Promise<string>;
    /** Name of what has the focus, also inside AuthKit's frame. */
    focused: () => Promise<string>;
  }
}

const consent: BrowserCommand<["Allow" | "Cancel"]> = async ({ context }, decision) => {
  const window = await context.waitForEvent("page", { timeout: 10_000 });
  const isClosed = window.waitForEvent("close", { timeout: 10_000 });
  await window.getByRole("button", { name: decision, exact: true }).click();
  await isClosed;
};

const control: BrowserCommand<[string, string, unknown?]> = async (
  _context,
  origin,
  operation,
  input,
) => {
  const response = await fetch(`${origin}/__emulator/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return response.json();
};

const accessibilityTree: BrowserCommand<[string]> = async (context, selector) => {
  const frame = await context.frame();
  return frame.locator(selector).first().ariaSnapshot();
};

const routeFaults: BrowserCommand<[RouteFault[]]> = (_context, faults) => faultsInForce.set(faults);
const routeLog: BrowserCommand<[]> = () => faultsInForce.takeLog();

const readServerLog: BrowserCommand<[]> = () => serverLog();

// The newest: that of a test before may be on its way out.
const authKitFrame = ({ page }: BrowserCommandContext, origin: string) =>
  page.frames().findLast((frame) => frame.url().startsWith(`${origin}/?data=`));

const postFromAuthKit: BrowserCommand<[string, unknown[]]> = async (context, origin, messages) => {
  const frame = authKitFrame(context, origin);
  if (!frame) throw new Error("AuthKit's frame is not open.");
  // Only once this has been answered: what they do may take the frame away.
  await frame.evaluate((all) => {
    setTimeout(() => {
      for (const message of all) window.parent.postMessage(message, "*");
    });
  }, messages);
};

const urlOf = (file: string) => `**/src/**/${file}*`;
/** Lets a withheld file arrive; done when all who wait for it have it. */
const give = new Map<string, () => Promise<unknown>>();

const giveCode: BrowserCommand<[string]> = async ({ page }, file) => {
  await give.get(file)?.();
  give.delete(file);
  await page.unroute(urlOf(file));
};

const withholdCode: BrowserCommand<[string, "fail" | "wait"]> = async (context, file, how) => {
  await giveCode(context, file);
  const arrivals: Promise<void>[] = [];
  const given = new Promise<void>((resolve) => {
    give.set(file, () => {
      resolve();
      return Promise.all(arrivals);
    });
  });
  await context.page.route(urlOf(file), (route) => {
    const arrival = how === "fail" ? route.abort() : given.then(() => route.continue());
    arrivals.push(arrival);
    return arrival;
  });
};

const press: BrowserCommand<[string[]]> = async ({ page }, keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

const pressInWindow: BrowserCommand<[string, string[]]> = async ({ context }, name, keys) => {
  const isNamed = async (page: Page) =>
    (await page.evaluate(() => window.name).catch(() => null)) === name;
  // Playwright may hear of a window only after the page that has opened it.
  const opened = context.waitForEvent("page", { predicate: isNamed, timeout: 10_000 });
  const known = await Promise.all(
    context.pages().map(async (page) => ((await isNamed(page)) ? page : null)),
  );
  const found = known.find((page) => page !== null);
  opened.catch(() => {});
  const page = found ?? (await opened);
  for (const key of keys) await page.keyboard.press(key);
};

const signInThrough: BrowserCommand<[string, string]> = async (command, origin, name) => {
  const frame = command.context
    .pages()
    .flatMap((page) => page.frames())
    .findLast((each) => each.url().startsWith(`${origin}/?data=`));
  if (!frame) throw new Error("AuthKit's frame is not open.");
  const decided = consent(command, "Allow");
  await frame.getByRole("button", { name: `Continue to ${name}` }).click();
  await decided;
};

const type: BrowserCommand<[string]> = ({ page }, text) => page.keyboard.type(text);

/** Name of what has the focus in a document, unless that is a frame of its own, or nothing. */
function focusedHere(): string {
  const { activeElement, body } = document;
  // A body has the focus when nothing in it has; its text is everybody's.
  if (!document.hasFocus() || !activeElement || activeElement === body) return "";
  if (activeElement instanceof HTMLIFrameElement) return "";
  return activeElement.getAttribute("aria-label") ?? activeElement.textContent?.trim() ?? "";
}

const focused: BrowserCommand<[]> = async ({ page }) => {
  let name = "";
  for (const frame of page.frames()) {
    // A frame that goes while it is asked has the focus no more.
    const here = await frame.evaluate(focusedHere).catch(() => "");
    if (here) name = here;
  }
  return name;
};

/** What a test asks of Node, or of the browser from outside. */
export const commands = {
  accessibilityTree,
  consent,
  control,
  routeFaults,
  routeLog,
  serverLog: readServerLog,
  postFromAuthKit,
  withholdCode,
  giveCode,
  press,
  pressInWindow,
  signInThrough,
  type,
  focused,
};
