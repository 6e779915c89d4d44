import "../src/styles/index.css";
import type { Connector } from "@authkit-ui/contract";
import { onlineManager } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { connection } from "../src/connections-list/connections.fixtures.ts";
import { ConnectButton, ConnectionsList, ConnectorGallery } from "../src/index.ts";
import { giveAccounts } from "./accounts.ts";
import { Product, render, signIn } from "./render.tsx";
import { waitFor } from "./wait.ts";

/* Rows of `fault-rows.json` that no other test shows. */

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const gallery = () => page.getByRole("region", { name: "Add an integration" });
const list = () => page.getByRole("region", { name: "Connected accounts" });
const cards = () => [...document.querySelectorAll<HTMLElement>(".ak-card")];
const answer = (connectors: unknown[]) => ({
  method: "GET",
  path: "/connectors",
  status: 200,
  type: "application/json",
  body: JSON.stringify({ connectors, total: connectors.length }),
});
const connector = (part: Partial<Connector> & { platform: string }): Connector => ({
  name: part.platform,
  category: null,
  image: null,
  tags: [],
  actionCount: 1,
  ...part,
});

test("a page of HTML in place of an answer is an error in our words", async () => {
  const html = { status: 200, type: "text/html", body: "<html>down</html>" };
  await commands.routeFaults([
    { method: "GET", path: "/connectors", ...html },
    { method: "GET", path: "/connections", ...html },
  ]);
  render(
    <Product viewerKey={viewer}>
      <ConnectorGallery />
      <ConnectionsList />
    </Product>,
  );
  await expect.element(gallery()).toHaveAttribute("data-state", "error");
  await expect.element(list()).toHaveAttribute("data-state", "error");
  expect(document.body.textContent).not.toMatch(/unexpected token|html/i);
  await commands.routeFaults([]);
  await gallery().getByRole("button", { name: "Try again" }).click();
  await expect.element(gallery()).toHaveAttribute("data-state", "ready");
});

test("offline: what was loaded stays, says so, and comes back by itself", async () => {
  await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
  render(
    <Product viewerKey={viewer}>
      <ConnectorGallery platforms={["gmail"]} />
      <ConnectionsList />
    </Product>,
  );
  await expect.element(gallery()).toHaveAttribute("data-state", "ready");
  await expect.element(list()).toHaveAttribute("data-state", "ready");
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  onTestFinished(() => {
    vi.restoreAllMocks();
    onlineManager.setOnline(true);
  });
  window.dispatchEvent(new Event("offline"));
  await expect.element(gallery().getByRole("status")).toHaveTextContent("You’re offline.");
  await expect.element(list().getByRole("status")).toHaveTextContent("You’re offline.");
  await expect.element(list().getByText("Mail", { exact: true })).toBeVisible();
  vi.restoreAllMocks();
  window.dispatchEvent(new Event("online"));
  await expect.element(page.getByText(/You’re offline/)).not.toBeInTheDocument();
});

test("a platform that comes twice is one card, the first", async () => {
  await commands.routeFaults([
    answer([
      connector({ platform: "gmail", name: "Gmail" }),
      connector({ platform: "gmail", name: "Gmail 2" }),
      connector({ platform: "slack", name: "Slack" }),
    ]),
  ]);
  render(
    <Product viewerKey={viewer}>
      <ConnectorGallery />
    </Product>,
  );
  await expect.element(gallery()).toHaveAttribute("data-state", "ready");
  expect(cards().map((card) => card.dataset.platform)).toEqual(["gmail", "slack"]);
});

test("an image that is missing or broken becomes a letter in the same box", async () => {
  const image = new URL("/no-such-image.png", location.href).href;
  await commands.routeFaults([
    answer([
      connector({ platform: "none", name: "None" }),
      connector({ platform: "broken", name: "Broken", image }),
    ]),
  ]);
  render(
    <Product viewerKey={viewer}>
      <ConnectorGallery />
      <ConnectButton platform="broken" />
    </Product>,
  );
  await expect.element(gallery()).toHaveAttribute("data-state", "ready");
  const logos = () => [...document.querySelectorAll<HTMLElement>(".ak-card .ak-logo")];
  await waitFor(() =>
    expect(logos().map((logo) => [logo.dataset.kind, logo.textContent])).toEqual([
      ["monogram", "B"],
      ["monogram", "N"],
    ]),
  );
  const boxes = logos().map((logo) => [logo.offsetWidth, logo.offsetHeight]);
  expect(boxes).toEqual([
    [40, 40],
    [40, 40],
  ]);
  expect(logos().every((logo) => logo.ariaHidden === "true")).toBe(true);
  const button = page.getByRole("button", { name: "Connect Broken", exact: true }).last();
  await expect.element(button).toBeVisible();
});

test("a connector without tags is found, and what is no date is not shown as one", async () => {
  const { tags: _, ...untagged } = connector({ platform: "gmail", name: "Gmail" });
  await commands.routeFaults([answer([untagged, connector({ platform: "slack", name: "Slack" })])]);
  const connections = ["yesterday", "2026-03-03T09:30:00.000Z"].map((createdAt, index) =>
    connection({ platform: "gmail", name: `Mail ${index}`, createdAt }),
  );
  render(
    <Product viewerKey={viewer} initialData={{ connections }}>
      <ConnectionsList showDates />
      <ConnectorGallery />
    </Product>,
  );
  await expect.element(gallery()).toHaveAttribute("data-state", "ready");
  await gallery().getByRole("searchbox").fill("g");
  await waitFor(() => expect(cards().map((card) => card.dataset.platform)).toEqual(["gmail"]));
  const platforms = [...document.querySelectorAll(".ak-row-platform")].map(
    (one) => one.textContent,
  );
  expect(platforms).toEqual(["Gmail", expect.stringMatching(/^Gmail · Added /)]);
});

test("names are text, whatever is in them, and break no layout", async () => {
  const names = [
    '<img src=x onerror="document.title=1"> & <b>bold</b>',
    "دفتر الأستاذ (CRM)",
    "🚀🚀 Łódź 連接",
    "W".repeat(300),
  ];
  await commands.routeFaults([
    answer(names.map((name, index) => connector({ platform: `odd-${index}`, name }))),
  ]);
  const shown = render(
    <main style={{ inlineSize: "320px" }}>
      <Product viewerKey={viewer}>
        <ConnectorGallery />
        <ConnectButton platform="odd-3" />
      </Product>
    </main>,
  );
  await expect.element(gallery()).toHaveAttribute("data-state", "ready");
  const texts = cards().map((card) => card.querySelector(".ak-card-name")?.textContent ?? "");
  expect(texts.toSorted()).toEqual(names.toSorted());
  expect(shown.element.querySelectorAll(".ak-card-name *:not(bdi)")).toHaveLength(0);
  for (const name of names) {
    await expect
      .element(gallery().getByRole("button", { name: `Connect ${name}`, exact: true }))
      .toBeInTheDocument();
  }
  const column = shown.element.querySelector("main");
  expect(column?.scrollWidth ?? 0).toBeLessThanOrEqual(320);
});
