import "../../src/styles/index.css";
import { beforeEach, describe, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectorGallery } from "../../src/index.ts";
import { Product, render, signIn } from "../render.tsx";
import { hosts } from "./host-libraries.tsx";

const layer = () => page.getByTestId("layer");
const isLayerOpen = () => document.querySelector("[data-testid=layer]")?.checkVisibility() ?? false;
describe.for(["a native dialog", "a Radix Dialog"])("inside %s", (name) => {
  beforeEach(async () => {
    const viewer = signIn();
    render(
      <Product viewerKey={viewer}>
        {hosts[name]?.(<ConnectorGallery platforms={["gmail", "slack", "notion"]} />)}
      </Product>,
    );
    await expect.element(page.getByRole("button", { name: "Connect Gmail" })).toBeVisible();
  });

  test("Escape empties the search, and closes the layer when there is nothing to empty", async () => {
    const search = page.getByRole("searchbox");
    search.element().focus();
    await commands.type("gmail");
    await commands.press(["Escape"]);
    await expect.element(search).toHaveValue("");
    await expect.element(layer()).toBeVisible();
    await commands.press(["Escape"]);
    await expect.poll(isLayerOpen).toBe(false);
  });

  test("the category list can be typed into and chosen from", async () => {
    const button = page.getByRole("button", { name: /^Filter by category/ });
    await button.click();
    await expect.element(page.getByRole("combobox")).toHaveFocus();
    await commands.type("email");
    await page.getByRole("option").click();
    await expect.element(button).toHaveTextContent("Email");
    await expect.element(layer()).toBeVisible();
  });
});
