import "../styles/index.css";
import type { Connector } from "@authkit-ui/contract";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { ConnectorGallery } from "./connector-gallery.tsx";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});

/** Logos of their own for each test: one that has been shown before is not waited for. */
function catalog(): Connector[] {
  const test = crypto.randomUUID();
  const svg = (name: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${test} ${name}</title></svg>`;
  return ["Alpha", "Zulu"].flatMap((word) =>
    Array.from({ length: 30 }, (_, index) => ({
      platform: `${word.toLowerCase()}-${index}`,
      name: `${word} ${index}`,
      category: null,
      image: `data:image/svg+xml,${encodeURIComponent(svg(`${word} ${index}`))}`,
      tags: [],
      actionCount: 1,
    })),
  );
}

const gallery = (connectors: Connector[]) => (
  <Product viewerKey={viewer} initialData={{ connectors, connections: [] }}>
    <ConnectorGallery />
  </Product>
);
const namesShown = () => [...document.querySelectorAll(".ak-card-name")].map((n) => n.textContent);
const logosShown = () => document.querySelectorAll(".ak-card img").length;
const search = () => page.getByRole("searchbox", { name: "Search integrations" });

/** How many logos the document had when it first had this name on top. */
function logosWithFirst(name: string): () => number | undefined {
  let logos: number | undefined;
  const observer = new MutationObserver(() => {
    if (logos === undefined && namesShown()[0] === name) logos = logosShown();
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return () => logos;
}

test("names are there before any logo is fetched", async () => {
  const logosAtFirst = logosWithFirst("Alpha 0");
  render(gallery(catalog()));
  await waitFor(() => expect(logosShown()).toBe(24));
  expect(logosAtFirst()).toBe(0);
});

test("what is typed finds names first; their logos come when the typing has come to rest", async () => {
  render(gallery(catalog()));
  await waitFor(() => expect(logosShown()).toBe(24));
  const logosAtFirst = logosWithFirst("Zulu 0");
  await search().fill("zulu");
  await waitFor(() => expect(logosShown()).toBe(24));
  expect(logosAtFirst()).toBe(0);
});

test("a logo that is shown stays while the search goes on", async () => {
  render(gallery(catalog()));
  await search().fill("zulu");
  await waitFor(() => expect(logosShown()).toBe(24));
  const logosAtFirst = logosWithFirst("Zulu 1");
  await search().fill("zulu 1");
  await waitFor(() => expect(namesShown()).toHaveLength(12));
  expect(logosAtFirst()).toBe(12);
});

test("a logo that has been shown before is there with its name", async () => {
  render(gallery(catalog()));
  await waitFor(() => expect(logosShown()).toBe(24));
  await search().fill("zulu");
  await waitFor(() => expect(logosShown()).toBe(24));
  const logosAtFirst = logosWithFirst("Alpha 0");
  await search().fill("");
  await waitFor(() => expect(namesShown()[0]).toBe("Alpha 0"));
  expect(logosAtFirst()).toBe(24);
});

test("markup from a server has its logos, and keeps them when the page comes alive", async () => {
  const connectors = catalog();
  const complaints = vi.spyOn(console, "error");
  const element = document.createElement("div");
  element.innerHTML = renderToString(gallery(connectors));
  document.body.append(element);
  const logos = [...element.querySelectorAll(".ak-card img")];
  expect(logos).toHaveLength(24);
  const root = hydrateRoot(element, gallery(connectors));
  onTestFinished(() => {
    root.unmount();
    element.remove();
  });
  await search().fill("alpha 0");
  await waitFor(() => expect(namesShown()).toEqual(["Alpha 0", "Alpha 10", "Alpha 20"]));
  expect(logos[0]?.isConnected).toBe(true);
  expect(complaints).not.toHaveBeenCalled();
});
