import "../src/styles/index.css";
import type { Connector } from "@authkit-ui/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectButton, ConnectorGallery } from "../src/index.ts";
import { Product, render, signIn } from "./render.tsx";
import { waitFor } from "./wait.ts";

/* Rows of `fault-rows.json` that no other test shows, and that need layout or images. */

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const gallery = () => page.getByRole("region", { name: "Add an integration" });
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
      ["monogram", "N"],
      ["monogram", "B"],
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
