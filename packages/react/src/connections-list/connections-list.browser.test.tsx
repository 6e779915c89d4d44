import "../styles/index.css";
import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { Product, render, signIn } from "../../test/render.tsx";
import { ConnectorGallery } from "../connector-gallery/connector-gallery.tsx";
import { ConnectionsList } from "./connections-list.tsx";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});

test("the empty list leads to the gallery in sight, or else to AuthKit’s own catalog", async () => {
  const product = (isHidden: boolean) => (
    <Product viewerKey={viewer}>
      <ConnectionsList />
      <div hidden>
        <ConnectorGallery title="Not in sight" />
      </div>
      <div hidden={isHidden}>
        <ConnectorGallery title="In sight" />
      </div>
    </Product>
  );
  const { rerender } = render(product(false));
  const browse = page.getByRole("button", { name: "Browse integrations" });
  await browse.click();
  const gallery = page.getByRole("region", { name: "In sight" });
  await expect.element(gallery.getByRole("searchbox")).toHaveFocus();
  rerender(product(true));
  await browse.click();
  await expect.element(page.getByRole("dialog", { name: "Connect an account" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
});
