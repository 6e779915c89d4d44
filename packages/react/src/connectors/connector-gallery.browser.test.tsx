import "../styles/index.css";
import { Profiler } from "react";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { listen } from "../../test/announcements.ts";
import { signInToProvider } from "../../test/authkit-page.ts";
import { violations } from "../../test/axe.ts";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { connection } from "../connections/connections.fixtures.ts";
import type { ConnectEvent } from "../provider/connect-event.ts";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import { ConnectorGallery, type ConnectorGalleryProps } from "./connector-gallery.tsx";
import { connectors, manyConnectors } from "./connectors.fixtures.ts";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  vi.useRealTimers();
  await commands.routeFaults([]);
});

const show = (props: ConnectorGalleryProps = {}, product: Partial<ConnectProviderProps> = {}) =>
  render(
    <Product viewerKey={viewer} {...product}>
      <ConnectorGallery {...props} />
    </Product>,
  );
const gallery = () => page.getByRole("region", { name: "Add an integration" });
const search = () => page.getByRole("searchbox", { name: "Search integrations" });
const cards = () => document.querySelectorAll(".ak-card");
const names = () => [...document.querySelectorAll(".ak-card-name")].map((one) => one.textContent);
const typed = () => document.querySelector("input")?.value;
const card = (name: string) => page.getByRole("listitem").filter({ hasText: name });
const state = (name: string) => expect.element(gallery()).toHaveAttribute("data-state", name);
const fixed = { initialData: { connectors, connections: [] } };

test("what a press needs is loaded after the catalog, before any press", async () => {
  const isLoaded = () =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/gallery-parts.ts"));
  show();
  expect(isLoaded()).toBe(false);
  await state("ready");
  await waitFor(() => expect(isLoaded()).toBe(true));
});

describe("finding", () => {
  test("all real connectors, 24 at a time", async () => {
    show();
    await state("ready");
    expect(cards()).toHaveLength(24);
    await page.getByRole("button", { name: "Show 24 more" }).click();
    expect(cards()).toHaveLength(48);
    await expect.element(page.getByText(/^48 of 29\d shown$/)).toBeVisible();
  });

  test("by keyboard alone: search, down to the card, connect; the card says so", async () => {
    const onConnected = vi.fn();
    show({ onConnected });
    await state("ready");
    search().element().focus();
    await commands.type("gmail");
    expect(names()[0]).toBe("Gmail");
    await commands.press(["ArrowDown", "Enter"]);
    await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
    await signInToProvider("Gmail");
    await expect.element(card("Gmail").first()).toHaveAttribute("data-state", "connected");
    expect(onConnected).toHaveBeenCalledOnce();
  }, 20_000);

  test("a settled search is said once, and told without what was typed", async () => {
    const events: ConnectEvent[] = [];
    const said = listen();
    show({}, { ...fixed, onEvent: (event) => events.push(event) });
    await state("ready");
    search().element().focus();
    // Within the page: on a busy machine more than a settled search's pause passes between keys.
    for (const letter of "crm") {
      document.execCommand("insertText", false, letter);
      await new Promise(requestAnimationFrame);
    }
    await waitFor(() => expect(said).toContain("polite: 4 integrations found."));
    expect(said.filter((sentence) => sentence.includes("found"))).toHaveLength(1);
    expect(events).toEqual([{ name: "gallery_searched", length: 3, results: 4 }]);
  });

  test("a search that comes before the catalog is said and told with what it finds there", async () => {
    const events: ConnectEvent[] = [];
    const said = listen();
    await commands.routeFaults([{ method: "GET", path: "/connectors", delay: 2_000 }]);
    show({}, { onEvent: (event) => events.push(event) });
    await state("loading");
    search().element().focus();
    await commands.type("quickbooks");
    await waitFor(() => expect(said).toContain("polite: 1 integration found."));
    expect(said).not.toContain("polite: No integrations found.");
    expect(events).toEqual([{ name: "gallery_searched", length: 10, results: 1 }]);
  });

  test("nothing fits: the nearest name leads on", async () => {
    const said = listen();
    show({ noMatch: <a href="#ask">Ask for it</a> }, fixed);
    await state("ready");
    await search().fill("kwikbooks");
    await state("no-match");
    await expect.element(gallery()).toHaveTextContent("Nothing called “kwikbooks”");
    await expect.element(page.getByRole("link", { name: "Ask for it" })).toBeVisible();
    await waitFor(() => expect(said).toContain("polite: No integrations found."));
    await page.getByRole("button", { name: "QuickBooks" }).click();
    expect(names()).toEqual(["QuickBooks"]);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(cards()).toHaveLength(24);
  });

  test("by keyboard, what goes with its press leaves the focus at the search", async () => {
    show({}, fixed);
    await state("ready");
    for (const [text, label] of [
      ["crm", "Show all"],
      ["kwikbooks", "QuickBooks"],
      ["xyzzy", "Clear search"],
    ] as const) {
      await search().fill(text);
      const button = page.getByRole("button", { name: label }).last();
      await expect.element(button).toBeVisible();
      button.element().focus();
      await commands.press(["Enter"]);
      await expect.element(search()).not.toHaveValue(text);
      await expect.element(search()).toHaveFocus();
    }
  });

  test("on a touch screen it is left at the title, where no keyboard comes up", async () => {
    const matchMedia = vi.spyOn(window, "matchMedia");
    matchMedia.mockImplementation(
      (query) => ({ matches: query.includes("coarse") }) as MediaQueryList,
    );
    onTestFinished(() => matchMedia.mockRestore());
    show({ defaultSearch: "gmail" }, fixed);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.element(page.getByRole("heading", { name: "Add an integration" })).toHaveFocus();
  });

  test("without a search field the focus goes to the categories", async () => {
    show({ showSearch: false, defaultCategory: "Email" }, fixed);
    await state("ready");
    page.getByRole("button", { name: "Show all" }).element().focus();
    await commands.press(["Enter"]);
    await expect
      .element(page.getByRole("button", { name: "Filter by category: All categories" }))
      .toHaveFocus();
  });

  test("a category, found by typing and chosen with Enter", async () => {
    show({}, fixed);
    await state("ready");
    const button = page.getByRole("button", { name: /^Filter by category/ });
    button.element().focus();
    await commands.press(["Enter"]);
    const popover = page.getByRole("dialog", { name: "Filter by category" });
    await expect.element(popover).toBeVisible();
    expect(await violations(popover.element())).toEqual([]);
    await commands.type("proj");
    await commands.press(["Enter"]);
    await expect.element(popover).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    await expect.element(button).toHaveTextContent("Project Management");
    await expect.element(gallery()).toHaveTextContent("5 integrations in Project Management");
    expect(names()).toEqual(["Asana", "ClickUp", "Jira", "Linear", "Trello"]);
  });

  test("keys that an input method has choose nothing and lead nowhere", async () => {
    const press = (field: Element, key: string, way: KeyboardEventInit) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...way });
      field.dispatchEvent(event);
      expect(event.defaultPrevented, JSON.stringify({ key, ...way })).toBe(false);
    };
    const composing = { isComposing: true };
    // So Safari says it of the key that ends a word.
    const ending = { keyCode: 229 };
    show({}, fixed);
    await state("ready");
    search().element().focus();
    await commands.type("か");
    press(search().element(), "ArrowDown", composing);
    press(search().element(), "Escape", composing);
    press(search().element(), "Escape", ending);
    await expect.element(search()).toHaveFocus();
    await expect.element(search()).toHaveValue("か");

    const button = page.getByRole("button", { name: /^Filter by category/ });
    await button.click();
    const field = page.getByRole("combobox");
    await commands.press(["ArrowDown"]);
    const active = field.element().getAttribute("aria-activedescendant");
    press(field.element(), "ArrowDown", composing);
    press(field.element(), "Enter", composing);
    press(field.element(), "Enter", ending);
    await expect.element(field).toHaveAttribute("aria-activedescendant", active);
    await expect.element(button).toHaveTextContent("All categories");
  });

  test("a category may be called as those without one are", async () => {
    const [first, second, third] = connectors.slice(0, 3).map((one, at) => ({
      ...one,
      category: ["Other", null, "CRM"][at] ?? null,
    }));
    if (!first || !second || !third) throw new Error("The fixtures have no three connectors.");
    show({}, { initialData: { connectors: [first, second, third], connections: [] } });
    await page.getByRole("button", { name: /^Filter by category/ }).click();
    const options = page.getByRole("option");
    await expect.poll(() => options.elements().length).toBe(4);
    await commands.type("oth");
    expect(options.elements().map((one) => one.textContent)).toEqual(["Other1", "Other1"]);
    await options.nth(1).click();
    expect(names()).toEqual([second.name]);
  });

  test("a press beside the category list closes it, and a press on its button too", async () => {
    show({}, fixed);
    await state("ready");
    const button = page.getByRole("button", { name: /^Filter by category/ });
    const popover = page.getByRole("dialog", { name: "Filter by category" });
    await button.click();
    await button.click();
    await expect.element(popover).not.toBeInTheDocument();
    await button.click();
    await page.getByRole("heading", { name: "Add an integration" }).click();
    await expect.element(popover).not.toBeInTheDocument();
  });

  test("arrow keys move over the grid as it is drawn", async () => {
    show({ platforms: connectors.slice(0, 9).map(({ platform }) => platform) }, fixed);
    await state("ready");
    const focused = () => document.activeElement?.getAttribute("aria-label");
    page.getByRole("button", { name: "Connect Airtable" }).element().focus();
    const tops = [...cards()].map((one) => one.getBoundingClientRect().top);
    const columns = tops.filter((top) => top === tops[0]).length;
    await commands.press(["ArrowRight"]);
    expect(focused()).toBe(`Connect ${names()[1]}`);
    await commands.press(["ArrowDown"]);
    expect(focused()).toBe(`Connect ${names()[1 + columns]}`);
    await commands.press(["ArrowUp", "ArrowLeft", "End"]);
    expect(focused()).toBe(`Connect ${names().at(-1)}`);
    await commands.press(["Home"]);
    expect(focused()).toBe("Connect Airtable");
  });

  test("what is offered, put first and left out is the product’s to say", async () => {
    show({ featured: ["slack", "gmail"], excludePlatforms: ["airtable"] }, fixed);
    await state("ready");
    expect(names().slice(0, 3)).toEqual(["Slack", "Gmail", "Asana"]);
    await expect.element(page.getByRole("list", { name: "Featured" })).toBeVisible();
    expect(names()).not.toContain("Airtable");
  });

  test("search and category can be the product’s own", async () => {
    const onSearchChange = vi.fn();
    show({ search: "crm", onSearchChange }, fixed);
    await state("ready");
    expect(names()).toHaveLength(4);
    await search().fill("x");
    expect(onSearchChange).toHaveBeenCalledWith("x");
    await expect.element(search()).toHaveValue("crm");
  });
});

describe("what the viewer has", () => {
  test("stands on the cards, with the step that is next", async () => {
    await giveAccounts(viewer, [{ platform: "gmail" }, { platform: "hubspot", state: "failed" }]);
    show({ platforms: ["gmail", "hubspot", "slack"] });
    await state("ready");
    await expect.element(card("Gmail")).toHaveAttribute("data-state", "connected");
    await expect.element(card("HubSpot")).toHaveAttribute("data-state", "needs-attention");
    await expect.element(card("Slack")).toHaveAttribute("data-state", "available");
    await page.getByRole("button", { name: "Reconnect HubSpot" }).click();
    await expect.element(page.getByRole("dialog", { name: "Reconnect HubSpot" })).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
  });

  test("what may not be connected any more is signed in to again, and not added to", async () => {
    const unavailable = "Your plan has no more of it.";
    const some = connectors
      .filter(({ platform }) => ["gmail", "hubspot"].includes(platform))
      .map((connector) => ({ ...connector, unavailable }));
    const connections = [
      connection({ platform: "gmail" }),
      connection({ platform: "hubspot", state: "failed" }),
    ];
    show({}, { initialData: { connectors: some, connections } });
    await state("ready");
    await expect.element(card("Gmail")).toHaveAttribute("data-state", "connected");
    expect(card("Gmail").getByRole("button").query()).toBeNull();
    await expect.element(page.getByRole("button", { name: "Reconnect HubSpot" })).toBeVisible();
  });

  test("a connect that cannot start says why in the dialog, then on its card", async () => {
    const onError = vi.fn();
    show({ platforms: ["slack"], onError });
    await state("ready");
    await commands.routeFaults([{ method: "POST", path: "/sessions", status: 500 }]);
    await page.getByRole("button", { name: "Connect Slack" }).click();
    const dialog = page.getByRole("dialog");
    await expect.element(dialog.getByRole("alert")).toHaveTextContent("Nothing was connected.");
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect.element(card("Slack")).toHaveAttribute("data-state", "problem");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Nothing was connected.");
    expect(onError).toHaveBeenCalledOnce();
    await commands.routeFaults([]);
    await page.getByRole("button", { name: "Try again to connect Slack" }).click();
    await expect.element(page.getByRole("dialog", { name: "Connect Slack" })).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
  });
});

describe("when it cannot be read", () => {
  test("an error is not “nothing found”, and the next try works", async () => {
    await commands.routeFaults([{ method: "GET", path: "/connectors", status: 502 }]);
    show();
    await expect.element(gallery()).toHaveAttribute("data-state", "error");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Integrations didn’t load");
    await commands.routeFaults([]);
    page.getByRole("button", { name: "Try again" }).element().focus();
    await commands.press(["Enter"]);
    await state("ready");
    await expect.element(page.getByRole("heading", { name: "Add an integration" })).toHaveFocus();
  });

  test("an empty catalog is neither an error nor a search without a match", async () => {
    show({}, { initialData: { connectors: [], connections: [] } });
    await state("empty");
    await expect.element(gallery()).toHaveTextContent("No integrations are available yet");
  });
});

describe("ten thousand connectors", () => {
  const many = { initialData: { connectors: manyConnectors(10_000), connections: [] } };

  test("a letter and its list come in one commit, and at most 400 cards are in the document", async () => {
    const commits = new Set<string>();
    render(
      <Product viewerKey={viewer} {...many}>
        <Profiler
          id="gallery"
          // Logos come in a commit of their own: one that shows other names is counted.
          onRender={() => commits.add(`${typed()}: ${names()[0]}`)}
        >
          <ConnectorGallery />
        </Profiler>
      </Product>,
    );
    await state("ready");
    search().element().focus();
    for (const letter of "0987") await commands.type(letter);
    expect([...commits]).toEqual([
      ": Made Up 00000",
      "0: Made Up 00000",
      "09: Made Up 09000",
      "098: Made Up 09800",
      "0987: Made Up 09870",
    ]);
    expect(cards().length).toBeLessThanOrEqual(400);
  });

  test("every match can be reached by keyboard, with the window moving along", async () => {
    show({}, many);
    await state("ready");
    for (let press = 0; press < 20; press += 1) {
      const more = page.getByRole("button", { name: /^Show \d+ more$/ });
      more.element().focus();
      await commands.press(["Enter"]);
      expect(cards().length).toBeLessThanOrEqual(400);
      // Reading goes on at the first card that the press has added.
      const number = String(24 * (press + 1)).padStart(5, "0");
      expect(document.activeElement?.getAttribute("aria-label")).toBe(`Connect Made Up ${number}`);
    }
    expect(names()[0]).not.toBe("Made Up 00000");
    await page.getByRole("button", { name: "Show 24 earlier" }).click();
    await search().fill("Made Up 09999");
    expect(names()).toEqual(["Made Up 09999"]);
  });
});
