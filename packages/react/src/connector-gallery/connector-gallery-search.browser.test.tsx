import "../styles/index.css";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { listen } from "../../test/announcements.ts";
import { signInToProvider } from "../../test/authkit-page.ts";
import { violations } from "../../test/axe.ts";
import {
  card,
  cards,
  fixed,
  gallery,
  names,
  search,
  showGalleryFor,
  state,
} from "../../test/connector-gallery.tsx";
import { signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import type { ConnectorGalleryProps } from "./connector-gallery.tsx";
import { connectors } from "./connectors.fixtures.ts";

let viewer = "";

beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const show = (props: ConnectorGalleryProps = {}, product: Partial<ConnectProviderProps> = {}) =>
  showGalleryFor(viewer, props, product);

describe("finding", () => {
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
  });

  test("a settled search is said once, and told without what was typed", async () => {
    const events: ConnectEvent[] = [];
    const said = listen();
    show({}, { ...fixed, onEvent: (event) => events.push(event) });
    await state("ready");
    search().element().focus();
    // In one task: on a busy machine more than a settled search's pause passes between keys.
    for (const letter of "crm") {
      document.execCommand("insertText", false, letter);
      await Promise.resolve();
    }
    await waitFor(() => expect(said).toContain("polite: 4 integrations found."));
    expect(said.filter((sentence) => sentence.includes("found"))).toHaveLength(1);
    expect(events).toEqual([{ name: "gallery_searched", length: 3, results: 4 }]);
  });

  test("a search that comes before the catalog is said and told with what it finds there", async () => {
    const events: ConnectEvent[] = [];
    const said = listen();
    await commands.routeFaults([{ method: "GET", path: "/connectors", held: true }]);
    show({}, { onEvent: (event) => events.push(event) });
    await state("loading");
    search().element().focus();
    await commands.type("quickbooks");
    await commands.routeFaults([]);
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
    await expect.element(page.getByRole("combobox")).toHaveFocus();
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
    await expect.element(field).toHaveFocus();
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
    await expect.element(page.getByRole("combobox")).toHaveFocus();
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
    await expect.element(popover).toBeVisible();
    await button.click();
    await expect.element(popover).not.toBeInTheDocument();
    await button.click();
    await expect.element(popover).toBeVisible();
    await page.getByRole("heading", { name: "Add an integration" }).click();
    await expect.element(popover).not.toBeInTheDocument();
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
