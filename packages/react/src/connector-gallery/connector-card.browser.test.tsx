import "../styles/index.css";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { Product, render } from "../../test/render.tsx";
import { ConnectorGallery } from "./connector-gallery.tsx";
import { connectors } from "./connectors.fixtures.ts";

/** Where a text itself begins, read from the right. */
function rightEdge(selector: string): number {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector) ?? document.body);
  return Math.round(range.getBoundingClientRect().right);
}

test.each(["grid", "list"] as const)(
  "%s, right to left: a Latin name begins where its category begins",
  async (layout) => {
    render(
      <Product dir="rtl" initialData={{ connectors, connections: [] }}>
        <ConnectorGallery layout={layout} />
      </Product>,
    );
    await expect.element(page.getByText("Airtable")).toBeVisible();
    expect(rightEdge(".ak-card-name")).toBe(rightEdge(".ak-card-category"));
  },
);
