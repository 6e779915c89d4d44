import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, expect as baseExpect, type Locator, type Page } from "@playwright/test";
import type { DemoStack } from "../demo-stack.ts";
import { integrationsPage } from "../e2e/integrations-page.ts";
import { resetDemo } from "../e2e/reset-demo.ts";
import { breakAccount, seedConnections, signIn } from "../e2e/views.ts";

// The machine may be busy.
const expect = baseExpect.configure({ timeout: 60_000 });

/** Name of what has the focus in a document, and its ring; `null` where that is a frame of its own. */
function readFocus() {
  const { activeElement: element, body } = document;
  if (!document.hasFocus() || !element || element === body) return null;
  if (element instanceof HTMLIFrameElement) return null;
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  const isSeen = element.contains(top) || top?.contains(element);
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  const name = element.getAttribute("aria-label") ?? label ?? element.textContent?.trim();
  return {
    name: name?.replaceAll(/\s+/g, " ") || element.tagName.toLowerCase(),
    ring: `${outlineStyle} ${outlineWidth}, ${outlineOffset} away${isSeen ? "" : ", NOT SEEN"}`,
  };
}

/** One flow by keyboard: it photographs every stop of the focus. */
class Walk {
  readonly stops: string[] = [];

  constructor(
    readonly page: Page,
    private readonly folder: string,
    private readonly flow: string,
  ) {}

  /** Photographs the page, or the window of a provider, and notes what has the focus. */
  async photograph(page = this.page) {
    const found = await Promise.all(
      page.frames().map((frame) => frame.evaluate(readFocus).catch(() => null)),
    );
    const { name, ring } = found.findLast((focus) => focus !== null) ?? {
      name: "nothing",
      ring: "none",
    };
    const number = String(this.stops.length + 1).padStart(2, "0");
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    const file = `${this.flow}-${number}-${slug.slice(0, 40).replace(/-$/, "")}.png`;
    await page.screenshot({ path: join(this.folder, file) });
    this.stops.push(`${file}\t${name}\t${ring}`);
  }

  async press(key: string, page = this.page) {
    await page.keyboard.press(key);
    await this.photograph(page);
  }

  /** Presses Tab until the focus is there; photographs every stop unless on the way to a flow. */
  async tabTo(target: Locator, { quietly = false, page = this.page } = {}) {
    const hasFocus = () => target.evaluate((element) => element === document.activeElement);
    await target.waitFor();
    for (let tabs = 0; !(await hasFocus()); tabs += 1) {
      if (tabs > 100) throw new Error(`${this.flow}: Tab does not reach ${target}.`);
      await page.keyboard.press("Tab");
      if (!quietly) await this.photograph(page);
    }
    if (quietly) await this.photograph(page);
  }

  /** Waits until something has the focus, as a flow puts it there by itself. */
  async arrive(target: Locator) {
    await expect(target).toBeFocused();
    await this.photograph();
  }

  /** From the open dialog through AuthKit's page and the provider's window. */
  async signIn(name: string) {
    const { page } = this;
    const dialog = page.getByRole("dialog", { name: new RegExp(name) });
    await expect(dialog).toBeVisible();
    const go = integrationsPage(page)
      .authKit()
      .getByRole("button", { name: `Continue to ${name}` });
    await go.waitFor();
    await this.photograph();
    await this.tabTo(go);
    const [provider] = await Promise.all([
      page.waitForEvent("popup"),
      page.keyboard.press("Enter"),
    ]);
    const allow = provider.getByRole("button", { name: "Allow" });
    await this.tabTo(allow, { page: provider });
    await Promise.all([provider.waitForEvent("close"), provider.keyboard.press("Enter")]);
    await expect(dialog).toHaveCount(0);
  }
}

const flows: Record<string, (walk: Walk, stack: DemoStack) => Promise<void>> = {
  page: async (walk) => {
    await walk.tabTo(integrationsPage(walk.page).gallery.getByRole("searchbox"));
  },
  banner: async (walk) => {
    const banner = walk.page.locator(".ak-attention-banner");
    await walk.tabTo(banner.getByRole("button").first(), { quietly: true });
    await walk.tabTo(banner.getByRole("button", { name: "Dismiss" }));
    await walk.page.keyboard.press("Enter");
    await expect(banner).toHaveCount(0);
    await walk.photograph();
  },
  category: async (walk) => {
    const { gallery } = integrationsPage(walk.page);
    const finder = walk.page.getByRole("combobox");
    const button = gallery.getByRole("button", { name: /category/i });
    await walk.tabTo(button, { quietly: true });
    await walk.page.keyboard.press("Enter");
    await walk.arrive(finder);
    await walk.press("Escape");
    await walk.page.keyboard.press("Enter");
    await walk.arrive(finder);
    await walk.page.keyboard.type("cr");
    await walk.photograph();
    await walk.press("ArrowDown");
    await walk.press("ArrowUp");
    await walk.press("Enter");
    await expect(finder).toHaveCount(0);
    await walk.press("Tab");
    await walk.press("Tab");
  },
  connect: async (walk) => {
    const { gallery, row } = integrationsPage(walk.page);
    await walk.tabTo(gallery.getByRole("searchbox"), { quietly: true });
    await walk.page.keyboard.type("linear");
    const connect = gallery.getByRole("button", { name: "Connect Linear" });
    await expect(gallery.getByRole("listitem").first()).toContainText("Linear");
    await walk.photograph();
    await walk.press("ArrowDown");
    await expect(connect).toBeFocused();
    await walk.page.keyboard.press("Enter");
    await walk.signIn("Linear");
    await walk.arrive(row("Linear"));
    await walk.press("Tab");
  },
  rename: async (walk) => {
    const options = walk.page.getByRole("button", {
      name: "Options for Marlow Finch",
      exact: true,
    });
    const field = walk.page.getByRole("textbox", { name: /^Name of/ });
    const menu = walk.page.getByRole("menu");
    await walk.tabTo(options, { quietly: true });
    await walk.page.keyboard.press("Enter");
    await expect(menu).toBeVisible();
    await walk.photograph();
    await walk.press("ArrowDown");
    await walk.press("Escape");
    await walk.page.keyboard.press("Enter");
    await expect(menu).toBeVisible();
    await walk.press("d");
    await walk.press("Home");
    await walk.page.keyboard.press("Enter");
    await walk.arrive(field);
    await walk.page.keyboard.type("Marlow Finch studio");
    await walk.press("Tab");
    await walk.press("Tab");
    await walk.press("Shift+Tab");
    await walk.press("Tab");
    await walk.page.keyboard.press("Enter");
    await expect(field).toHaveCount(0);
    await walk.photograph();
  },
  disconnect: async (walk) => {
    const options = walk.page.getByRole("button", { name: /^Options for Client/ });
    const question = walk.page.getByRole("alertdialog");
    await walk.tabTo(options, { quietly: true });
    await walk.page.keyboard.press("Enter");
    await expect(walk.page.getByRole("menu")).toBeVisible();
    await walk.press("End");
    await walk.page.keyboard.press("Enter");
    await walk.arrive(question.getByRole("button", { name: "Keep connected" }));
    await walk.tabTo(question.getByRole("button", { name: "Disconnect" }));
    await walk.page.keyboard.press("Enter");
    await expect(question).toHaveCount(0);
    await walk.photograph();
    await walk.tabTo(walk.page.getByRole("button", { name: /^Connect again/ }));
    await walk.page.keyboard.press("Enter");
    await walk.signIn("Notion");
    await walk.photograph();
  },
  reconnect: async (walk, stack) => {
    await breakAccount(walk.page.context(), stack, "slack");
    await walk.page.reload();
    const { accounts } = integrationsPage(walk.page);
    await walk.tabTo(accounts.getByRole("button", { name: "Reconnect Marlow Finch studio" }), {
      quietly: true,
    });
    await walk.page.keyboard.press("Enter");
    await walk.signIn("Slack");
    await walk.photograph();
  },
  access: async (walk) => {
    const options = walk.page.getByRole("button", { name: /^Options for ann@/ }).first();
    await walk.tabTo(options, { quietly: true });
    await walk.page.keyboard.press("Enter");
    await expect(walk.page.getByRole("menu")).toBeVisible();
    for (let item = 0; item < 5; item += 1) await walk.press("ArrowDown");
    const choice = walk.page.getByRole("menuitemradio", { name: "Reading only" });
    // From Rename, the next command with this letter.
    await walk.page.keyboard.press("Home");
    await walk.page.keyboard.press("r");
    await walk.arrive(choice);
    await walk.page.keyboard.press("Enter");
    await expect(walk.page.getByText("May be read, not changed")).toBeVisible();
    await walk.photograph();
  },
  assistant: async (walk, stack) => {
    await walk.page.goto(`${stack.origin}/#assistant`);
    const card = walk.page.locator(".ak-request").last();
    await walk.tabTo(walk.page.getByRole("button", { name: "Read my last message" }), {
      quietly: true,
    });
    await walk.page.keyboard.press("Enter");
    await expect(card).toBeVisible();
    await walk.photograph();
    const radio = card.getByRole("radio").first();
    const decline = card.getByRole("button", { name: "Not now" });
    // From the top of the page, as after coming back to the conversation.
    await walk.page.reload();
    await walk.tabTo(radio, { quietly: true });
    await walk.press("ArrowDown");
    await walk.tabTo(decline);
    await walk.page.keyboard.press("Enter");
    await expect(decline).toHaveCount(0);
    await walk.photograph();
  },
};

/**
 * Goes through every flow of the demo by keyboard alone, as somebody with the demo's own accounts,
 * with a picture of each stop of the focus.
 */
export async function takeKeyboardWalks(browser: Browser, stack: DemoStack, folder: string) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const stops: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  context.setDefaultTimeout(60_000);
  await resetDemo(stack);
  await signIn(context, stack);
  await seedConnections(context, stack);
  for (const [name, go] of Object.entries(flows)) {
    const page = await context.newPage();
    await page.goto(stack.origin);
    const { accounts, gallery } = integrationsPage(page);
    await accounts.getByRole("listitem").first().waitFor();
    await gallery.getByRole("listitem").first().waitFor();
    const walk = new Walk(page, folder, name);
    await go(walk, stack).catch((error) => walk.photograph().then(() => Promise.reject(error)));
    stops.push(...walk.stops);
    await page.close();
  }
  await context.close();
  await writeFile(join(folder, "stops.txt"), `${stops.join("\n")}\n`);
}
