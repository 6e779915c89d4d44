import "../styles/index.css";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { ConnectorGallery } from "./connector-gallery.tsx";
import { connectors } from "./connectors.fixtures.ts";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});

const gallery = () => (
  <Product viewerKey={viewer} initialData={{ connectors, connections: [] }}>
    <ConnectorGallery />
  </Product>
);
const iconsIn = (element: ParentNode) => element.querySelectorAll(".ak-toolbar svg").length;
const textBox = () => document.querySelector(".ak-category-button .ak-label");

/** What could be seen in the toolbar when the first card was there. */
function toolbarWithFirstCard() {
  let seen: { icons: number; text: DOMRect | undefined } | undefined;
  const observer = new MutationObserver(() => {
    if (seen || !document.querySelector(".ak-card")) return;
    seen = { icons: iconsIn(document), text: textBox()?.getBoundingClientRect() };
  });
  observer.observe(document.body, { childList: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  return () => seen;
}

test("names do not wait for icons, and nothing moves when those come", async () => {
  const seen = toolbarWithFirstCard();
  render(gallery());
  await waitFor(() => expect(iconsIn(document)).toBe(2));
  expect(seen()).toEqual({ icons: 0, text: textBox()?.getBoundingClientRect() });
});

test("icons stay while somebody types", async () => {
  render(gallery());
  await waitFor(() => expect(iconsIn(document)).toBe(2));
  const icons = [...document.querySelectorAll(".ak-toolbar svg")];
  await page.getByRole("searchbox", { name: "Search integrations" }).fill("g");
  await expect.element(page.getByRole("button", { name: "Clear search" })).toBeVisible();
  expect(icons.every((icon) => icon.isConnected)).toBe(true);
});

test("they are there while the catalog is still read", async () => {
  render(
    <Product viewerKey={viewer} headers={() => new Promise<never>(() => {})}>
      <ConnectorGallery />
    </Product>,
  );
  await expect.element(page.getByText("Loading integrations…")).toBeInTheDocument();
  expect(iconsIn(document)).toBe(2);
});

test("markup from a server has them", () => {
  const element = document.createElement("div");
  element.innerHTML = renderToString(gallery());
  expect(iconsIn(element)).toBe(2);
});
