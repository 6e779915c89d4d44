import type { Connector } from "@authkit-ui/contract";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type InProcessProduct, startProduct } from "../../test/in-process-product.ts";
import { Product, render } from "../../test/render.tsx";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import { ConnectorGallery, type ConnectorGalleryProps } from "./connector-gallery.tsx";
import { connectors } from "./connectors.fixtures.ts";

let product: InProcessProduct;
beforeEach(() => {
  product = startProduct();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const few = connectors.filter(({ platform }) =>
  ["attio", "gmail", "hubspot", "jira", "pipedrive", "quickbooks", "salesforce"].includes(platform),
);
const withData = (some: Connector[] = few): Partial<ConnectProviderProps> => ({
  initialData: { connectors: some, connections: [] },
});
const show = (
  props: ConnectorGalleryProps = {},
  provider: Partial<ConnectProviderProps> = withData(),
) =>
  render(
    <Product viewerKey="ann" {...provider}>
      <ConnectorGallery {...props} />
    </Product>,
  );

const searchbox = () => screen.getByRole<HTMLInputElement>("searchbox");
const search = (text: string) => fireEvent.change(searchbox(), { target: { value: text } });
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const categories = () => button(/^Filter by category/);
const names = () =>
  [...document.querySelectorAll(".ak-card-name")].map(({ textContent }) => textContent);
const announced = () => document.querySelector(".ak-announcer")?.textContent;

describe("searching", () => {
  test("announces a settled search once, and reports it without what was typed", async () => {
    const events: ConnectEvent[] = [];
    show({}, { ...withData(), onEvent: (event) => events.push(event) });
    for (const text of ["c", "cr", "crm"]) search(text);
    await waitFor(() => expect(announced()).toBe("4 integrations found."));
    expect(events).toEqual([{ name: "gallery_searched", length: 3, results: 4 }]);
  });

  test("announces a search that was typed before the catalog came once the catalog is there", async () => {
    const events: ConnectEvent[] = [];
    let letThrough: (response: undefined) => void = () => {};
    const held = new Promise<undefined>((resolve) => {
      letThrough = resolve;
    });
    product.intercept = ({ url }) =>
      url.includes("/connectors") ? (held as unknown as Promise<Response>) : undefined;
    show({}, { onEvent: (event) => events.push(event) });
    search("quickbooks");
    letThrough(undefined);
    await waitFor(() => expect(announced()).toBe("1 integration found."));
    expect(events).toEqual([{ name: "gallery_searched", length: 10, results: 1 }]);
  });

  test("suggests the closest connector when nothing matches", async () => {
    show({ noMatch: <a href="#ask">Ask for it</a> });
    search("kwikbooks");
    const region = screen.getByRole("region", { name: "Add an integration" });
    expect(region).toHaveAttribute("data-state", "no-match");
    expect(region).toHaveTextContent("Nothing called “kwikbooks”");
    expect(screen.getByRole("link", { name: "Ask for it" })).toBeInTheDocument();
    await waitFor(() => expect(announced()).toBe("No integrations found."));
    await userEvent.click(button("QuickBooks"));
    expect(names()).toEqual(["QuickBooks"]);
    await userEvent.click(button("Show all"));
    expect(names()).toHaveLength(few.length);
  });

  test.each([
    ["crm", "Show all"],
    ["kwikbooks", "QuickBooks"],
    ["xyzzy", "Clear search"],
  ])(
    "after “%s”, moves focus to the search field when the pressed button “%s” unmounts",
    async (text, label) => {
      show();
      search(text);
      screen.getAllByRole("button", { name: label }).at(-1)?.focus();
      await userEvent.keyboard("{Enter}");
      expect(searchbox()).not.toHaveValue(text);
      expect(searchbox()).toHaveFocus();
    },
  );

  test("empties the search by its button, and keeps the focus in it", async () => {
    show({ defaultSearch: "gmail" });
    await userEvent.click(button("Clear search"));
    expect(searchbox()).toHaveValue("");
    expect(searchbox()).toHaveFocus();
    expect(screen.queryByRole("button", { name: "Clear search" })).not.toBeInTheDocument();
  });

  test("moves focus to the title on a touch screen, where the search would open the keyboard", async () => {
    Object.defineProperty(document.defaultView, "matchMedia", {
      value: (query: string) => ({ matches: query.includes("coarse") }),
      configurable: true,
    });
    onTestFinished(() => {
      Reflect.deleteProperty(document.defaultView ?? {}, "matchMedia");
    });
    show({ defaultSearch: "gmail" });
    await userEvent.click(button("Show all"));
    expect(screen.getByRole("heading", { name: "Add an integration" })).toHaveFocus();
  });

  test("moves focus to the categories where there is no search field", async () => {
    show({ showSearch: false, defaultCategory: "Email" });
    await userEvent.click(button("Show all"));
    expect(button("Filter by category: All categories")).toHaveFocus();
  });

  test("moves focus from the search to the first card that can be connected", async () => {
    const [first, ...others] = few.map((one, index) =>
      index === 0 ? { ...one, unavailable: "Your plan does not include it." } : one,
    );
    show({}, withData(first ? [first, ...others] : others));
    await userEvent.type(searchbox(), "{ArrowDown}");
    expect(button(`Connect ${others[0]?.name}`)).toHaveFocus();
  });

  test("leaves search and category to the product that holds them", async () => {
    const onSearchChange = vi.fn();
    const onCategoryChange = vi.fn();
    show({ search: "crm", onSearchChange, category: null, onCategoryChange });
    expect(names()).toHaveLength(4);
    await userEvent.type(searchbox(), "x");
    expect(onSearchChange).toHaveBeenCalledWith("crmx");
    expect(searchbox()).toHaveValue("crm");
    await userEvent.click(categories());
    await userEvent.click(screen.getByRole("option", { name: /^Email/ }));
    expect(onCategoryChange).toHaveBeenCalledWith("Email");
    expect(names()).toHaveLength(4);
  });
});

describe("choosing a category", () => {
  test("filters by the category that was found by typing, and reports the choice", async () => {
    const events: ConnectEvent[] = [];
    show({}, { ...withData(), onEvent: (event) => events.push(event) });
    await userEvent.click(categories());
    expect(screen.getByRole("combobox")).toHaveFocus();
    await userEvent.keyboard("cr{Enter}");
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
    expect(categories()).toHaveFocus();
    expect(categories()).toHaveAccessibleName("Filter by category: CRM 4");
    expect(screen.getByText("4 integrations in CRM")).toBeInTheDocument();
    expect(names()).toEqual(["Attio", "HubSpot", "Pipedrive", "Salesforce"]);
    expect(events).toEqual([{ name: "gallery_category_selected", category: "CRM", results: 4 }]);
  });

  test("tells a category called “Other” from the connectors without one", async () => {
    const [first, second] = few.map((one, index) => ({
      ...one,
      category: index === 0 ? "Other" : null,
    }));
    show({}, withData(first && second ? [first, second] : []));
    await userEvent.click(categories());
    await userEvent.keyboard("oth");
    const options = screen.getAllByRole("option");
    expect(options.map(({ textContent }) => textContent)).toEqual(["Other1", "Other1"]);
    if (options[1]) await userEvent.click(options[1]);
    expect(names()).toEqual([second?.name]);
  });

  test("says that no category is called so", async () => {
    show();
    await userEvent.click(categories());
    await userEvent.keyboard("zzz");
    expect(screen.getByText("No category called “zzz”")).toHaveRole("status");
  });
});

describe("an input method", () => {
  // Safari marks the key that ends a word by its key code alone.
  const ways = [{ isComposing: true }, { keyCode: 229 }];
  const press = (field: Element, key: string, way: KeyboardEventInit) => {
    const isUntouched = fireEvent.keyDown(field, { key, ...way });
    expect(isUntouched, JSON.stringify({ key, ...way })).toBe(true);
  };

  test("keeps its keys from the search", () => {
    show();
    search("か");
    searchbox().focus();
    press(searchbox(), "ArrowDown", { isComposing: true });
    for (const way of ways) press(searchbox(), "Escape", way);
    expect(searchbox()).toHaveFocus();
    expect(searchbox()).toHaveValue("か");
  });

  test("keeps its keys from the category list", async () => {
    show();
    await userEvent.click(categories());
    await userEvent.keyboard("{ArrowDown}");
    const field = screen.getByRole("combobox");
    const active = field.getAttribute("aria-activedescendant");
    press(field, "ArrowDown", { isComposing: true });
    for (const way of ways) press(field, "Enter", way);
    expect(field).toHaveAttribute("aria-activedescendant", active);
    expect(categories()).toHaveTextContent("All categories");
  });
});
