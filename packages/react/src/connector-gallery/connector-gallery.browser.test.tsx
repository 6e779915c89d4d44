import "../styles/index.css";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
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
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import type { ConnectorGalleryProps } from "./connector-gallery.tsx";
import { connectors, manyConnectors } from "./connectors.fixtures.ts";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});

const show = (props: ConnectorGalleryProps = {}, product: Partial<ConnectProviderProps> = {}) =>
  showGalleryFor(viewer, props, product);
const focusedName = () => document.activeElement?.getAttribute("aria-label");

describe("by keyboard", () => {
  test("finds a connector, moves down to its card and connects it", async () => {
    const onConnected = vi.fn();
    show({ onConnected });
    await state("ready");
    search().element().focus();
    await commands.type("gmail");
    await commands.press(["ArrowDown"]);
    await expect.poll(focusedName).toBe("Connect Gmail");
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
    await signInToProvider("Gmail");
    await expect.element(card("Gmail").first()).toHaveAttribute("data-state", "connected");
    expect(onConnected).toHaveBeenCalledOnce();
  });

  test("moves over the grid as it is drawn with the arrow keys", async () => {
    show({ platforms: connectors.slice(0, 9).map(({ platform }) => platform) }, fixed);
    await state("ready");
    const tops = [...cards()].map((one) => one.getBoundingClientRect().top);
    const columns = tops.filter((top) => top === tops[0]).length;
    page.getByRole("button", { name: "Connect Airtable" }).element().focus();
    await commands.press(["ArrowRight"]);
    expect(focusedName()).toBe(`Connect ${names()[1]}`);
    await commands.press(["ArrowDown"]);
    expect(focusedName()).toBe(`Connect ${names()[1 + columns]}`);
    await commands.press(["ArrowUp", "ArrowLeft", "End"]);
    expect(focusedName()).toBe(`Connect ${names().at(-1)}`);
    await commands.press(["Home"]);
    expect(focusedName()).toBe("Connect Airtable");
  });

  test("reaches every one of ten thousand connectors, with at most 400 cards in the document", async () => {
    show({}, { initialData: { connectors: manyConnectors(10_000), connections: [] } });
    await state("ready");
    for (let press = 0; press < 20; press += 1) {
      const more = page.getByRole("button", { name: /^Show \d+ more$/ });
      more.element().focus();
      await commands.press(["Enter"]);
      expect(cards().length).toBeLessThanOrEqual(400);
      // Reading goes on at the first card that the press has added.
      const number = String(24 * (press + 1)).padStart(5, "0");
      expect(focusedName()).toBe(`Connect Made Up ${number}`);
    }
    expect(names()[0]).not.toBe("Made Up 00000");
    await page.getByRole("button", { name: "Show 24 earlier" }).click();
    await search().fill("Made Up 09999");
    await expect.poll(names).toEqual(["Made Up 09999"]);
  });
});

describe("the category list", () => {
  const trigger = () => page.getByRole("button", { name: /^Filter by category/ });
  const popover = () => page.getByRole("dialog", { name: "Filter by category" });

  test("opens and chooses by keyboard, and gives the focus back to its button", async () => {
    show({}, fixed);
    await state("ready");
    trigger().element().focus();
    await commands.press(["Enter"]);
    await expect.element(popover()).toBeVisible();
    expect(await violations(popover().element())).toEqual([]);
    await expect.element(page.getByRole("combobox")).toHaveFocus();
    await commands.type("proj");
    await commands.press(["Enter"]);
    await expect.element(popover()).not.toBeInTheDocument();
    await expect.element(trigger()).toHaveFocus();
    await expect.element(gallery()).toHaveTextContent("5 integrations in Project Management");
  });

  test("closes at a press beside it, and at a press on its button", async () => {
    show({}, fixed);
    await state("ready");
    await trigger().click();
    await expect.element(popover()).toBeVisible();
    await trigger().click();
    await expect.element(popover()).not.toBeInTheDocument();
    await trigger().click();
    await expect.element(popover()).toBeVisible();
    await page.getByRole("heading", { name: "Add an integration" }).click();
    await expect.element(popover()).not.toBeInTheDocument();
  });
});

test("has the same height while the catalog loads and afterwards", async () => {
  const featured = ["gmail", "slack"];
  show({ platforms: [...featured, "airtable", "asana", "attio", "box", "front"], featured });
  const heightIn = async (name: string) => {
    await state(name);
    return gallery().element().getBoundingClientRect().height;
  };
  const loading = await heightIn("loading");
  expect(await heightIn("ready")).toBeCloseTo(loading, 0);
});

describe("below a long page, scrolled to the top of the window", () => {
  const top = () => Math.round(search().element().getBoundingClientRect().top);
  const clear = () => page.getByRole("button", { name: "Show all" });

  test("keeps the search field in place while typing, choosing a category and going back change the results", async () => {
    const above = document.body.appendChild(document.createElement("div"));
    above.style.blockSize = "1500px";
    onTestFinished(() => above.remove());
    show({}, fixed);
    await state("ready");
    gallery().element().scrollIntoView();
    const start = top();
    expect(start).toBeLessThan(100);
    search().element().focus();
    const tops: number[] = [];
    for (const letter of "linear") {
      await commands.type(letter);
      await expect.element(page.getByText(/^\d+ integrations?$/)).toBeVisible();
      tops.push(top());
    }
    await expect.poll(names).toEqual(["Linear"]);
    tops.push(top());
    await commands.type("zzz");
    await state("no-match");
    tops.push(top());
    await search().fill("");
    await expect.poll(names).toHaveLength(24);
    tops.push(top());
    await page.getByRole("button", { name: /^Filter by category/ }).click();
    await commands.type("email");
    await commands.press(["Enter"]);
    await expect.poll(names).toEqual(["Gmail"]);
    tops.push(top());
    await clear().click();
    await expect.poll(names).toHaveLength(24);
    tops.push(top());
    expect(tops).toEqual(tops.map(() => start));
  });
});

describe("right to left", () => {
  /** Where a text itself begins, read from the right. */
  function rightEdge(selector: string): number {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(selector) ?? document.body);
    return Math.round(range.getBoundingClientRect().right);
  }

  test.each(["grid", "list"] as const)(
    "aligns a Latin name with its category in the layout “%s”",
    async (layout) => {
      show({ layout }, { ...fixed, dir: "rtl" });
      await expect.element(page.getByText("Airtable")).toBeVisible();
      expect(rightEdge(".ak-card-name")).toBe(rightEdge(".ak-card-category"));
    },
  );
});
