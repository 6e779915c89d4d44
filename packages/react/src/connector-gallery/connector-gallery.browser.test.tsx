import "../styles/index.css";
import { Profiler } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
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
import { connectInVain } from "../../test/refused-session.ts";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { connection } from "../connections-list/connections.fixtures.ts";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import { ConnectorGallery, type ConnectorGalleryProps } from "./connector-gallery.tsx";
import { connectors, manyConnectors } from "./connectors.fixtures.ts";

let viewer = "";

beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const show = (props: ConnectorGalleryProps = {}, product: Partial<ConnectProviderProps> = {}) =>
  showGalleryFor(viewer, props, product);
const typed = () => document.querySelector("input")?.value;

test("what a press needs is loaded after the catalog, before any press", async () => {
  const isLoaded = () =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/gallery-parts.ts"));
  show();
  expect(isLoaded()).toBe(false);
  await state("ready");
  await waitFor(() => expect(isLoaded()).toBe(true));
});

describe("what is offered", () => {
  test("all real connectors, 24 at a time", async () => {
    show();
    await state("ready");
    expect(cards()).toHaveLength(24);
    await page.getByRole("button", { name: "Show 24 more" }).click();
    expect(cards()).toHaveLength(48);
    await expect.element(page.getByText(/^48 of 29\d shown$/)).toBeVisible();
  });

  test("arrow keys move over the grid as it is drawn", async () => {
    show({ platforms: connectors.slice(0, 9).map(({ platform }) => platform) }, fixed);
    await state("ready");
    const focused = () => document.activeElement?.getAttribute("aria-label");
    const first = page.getByRole("button", { name: "Connect Airtable" });
    const tops = [...cards()].map((one) => one.getBoundingClientRect().top);
    const columns = tops.filter((top) => top === tops[0]).length;
    // What moves the focus comes after the cards.
    const afterOneStep = async () => {
      first.element().focus();
      await commands.press(["ArrowRight"]);
      return focused();
    };
    await expect.poll(afterOneStep).toBe(`Connect ${names()[1]}`);
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
    await connectInVain(() => page.getByRole("button", { name: "Connect Slack" }).click());
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
