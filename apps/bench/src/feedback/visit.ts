import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright";
import type { Product } from "../session/serve-product.ts";
import type {} from "./page/observe.ts";
import type { Given } from "./page/ours.tsx";

/** What every visit needs. */
export interface Stage {
  browser: Browser;
  product: Product;
  /** The script of `page/observe.ts`. */
  observe: string;
}

/** Who visits the page, and what is on it. */
export interface VisitOptions {
  accounts: number;
  /** Whether the first render has the data. */
  hasInitialData?: boolean;
  /** Whether every component that can be pressed is on the page. */
  hasAllComponents?: boolean;
}

const viewport = { width: 1280, height: 900 };
const platforms = ["gmail", "slack", "notion", "hubspot", "stripe"];

/** Adds accounts at Pica; the fourth needs attention. */
function addAccounts({ emulator }: Product, person: string, count: number): void {
  for (let index = 0; index < count; index++) {
    emulator.control.createConnection({
      identity: person,
      platform: platforms[index % platforms.length] ?? "gmail",
      name: `ann-${index}@marlow.example`,
      state: index === 3 ? "failed" : "operational",
    });
  }
}

/** Asks for an account as an assistant does whose call needs one. */
async function requestAccount({ connect }: Product, person: string) {
  const call = { callId: randomUUID(), tool: "createTask", input: {} };
  const outcome = await connect.agent({ user: person }).call(call);
  if (outcome.status !== "connection_required") throw new Error("The call needs no account.");
  return outcome.request;
}

/** Opens the page, and waits until everything is there. */
export async function open(page: Page, { origin }: Product): Promise<void> {
  await page.goto(`${origin}/feedback`, { waitUntil: "networkidle" });
  await page.evaluate(() => window.observed.quiet());
}

/** Opens the page as somebody new, in a browser without any cache. */
export async function visit<Result>(
  { browser, product, observe }: Stage,
  { accounts, hasInitialData = false, hasAllComponents = false }: VisitOptions,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const person = `u_${randomUUID()}`;
  addAccounts(product, person, accounts);
  const viewer = { user: person };
  const given: Given = {
    person,
    ...(hasInitialData && {
      initialData: {
        connectors: await product.connect.connectors.list(viewer),
        connections: await product.connect.connections.list(viewer),
      },
    }),
    ...(hasAllComponents && { request: await requestAccount(product, person) }),
  };
  const context = await browser.newContext({ viewport });
  try {
    await context.addCookies([{ name: "person", value: person, url: product.origin }]);
    await context.addInitScript({ content: observe });
    await context.addInitScript((data) => {
      window.given = data;
    }, given);
    const page = await context.newPage();
    await open(page, product);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Chooses a command from the menu of the first account. */
export async function choose(page: Page, command: string): Promise<void> {
  const menus = page.getByRole("button", { name: /^Options for/ });
  await menus.first().click();
  await page.getByRole("menuitem", { name: command }).click();
}
