import type { Connector } from "@authkit-ui/contract";
import { afterEach, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { AccountList } from "../docs/headless/account-list.tsx";
import { IntegrationGallery } from "../docs/headless/integration-gallery.tsx";
import { connectors } from "../src/connector-gallery/connectors.fixtures.ts";
import { giveAccounts } from "./accounts.ts";
import { signInToProvider } from "./authkit-page.ts";
import { connectInVain } from "./refused-session.ts";
import { Product, render, signIn } from "./render.tsx";
import { waitFor } from "./wait.ts";

afterEach(async () => {
  await commands.routeFaults([]);
});

test("the gallery and the list of the headless guide search, connect and disconnect", async () => {
  render(
    <Product viewerKey={signIn()}>
      <AccountList />
      <IntegrationGallery />
    </Product>,
  );
  const accounts = page.getByRole("region", { name: "Your accounts" });
  const gallery = page.getByRole("region", { name: "Integrations" });
  await expect.element(accounts).toHaveTextContent("Nothing connected yet.");
  await waitFor(() => expect(gallery.getByRole("listitem").elements()).toHaveLength(24));

  await gallery.getByRole("searchbox").fill("gmai");
  await expect.element(gallery.getByRole("status")).toHaveTextContent("1 integrations");
  await gallery.getByRole("button", { name: "Connect Gmail" }).click();
  await signInToProvider("Gmail");

  await expect.element(accounts.getByRole("listitem")).toHaveFocus();
  await expect.element(gallery.getByRole("listitem")).toHaveTextContent("Gmail · 1 connected");

  window.confirm = () => true;
  await accounts.getByRole("button", { name: /^Disconnect/ }).click();
  await expect.element(accounts).toHaveTextContent("Nothing connected yet.");
});

test("the gallery of the headless guide shows those without a category, and all again", async () => {
  const sorted = connectors.filter(({ category }) => category !== null);
  const plain = { ...connectors[0], platform: "plain", name: "Plain", category: null } as Connector;
  render(
    <Product viewerKey={signIn()} initialData={{ connectors: [plain, ...sorted], connections: [] }}>
      <IntegrationGallery />
    </Product>,
  );
  const category = page.getByRole("combobox", { name: "Category" });
  await category.selectOptions("Other (1)");
  await expect.element(page.getByRole("listitem")).toHaveTextContent("Plain");
  await category.selectOptions("All categories");
  await waitFor(() => expect(page.getByRole("listitem").elements()).toHaveLength(24));
});

test("the views of the headless guide say in words for people what failed", async () => {
  const viewerKey = signIn();
  await giveAccounts(viewerKey, [{ platform: "gmail", name: "Mail" }]);
  render(
    <Product viewerKey={viewerKey}>
      <AccountList />
      <IntegrationGallery />
    </Product>,
  );
  await page.getByRole("searchbox").fill("gmail");
  const connect = page.getByRole("button", { name: "Connect Gmail" });
  await expect.element(connect).toBeVisible();
  const failed = { status: 500, type: "text/html", body: "<html>down</html>" };
  await commands.routeFaults([{ method: "DELETE", path: "/connections", ...failed }]);
  window.confirm = () => true;
  await page.getByRole("button", { name: "Disconnect Mail" }).click();
  await expect.element(page.getByText("Couldn’t disconnect. Mail didn’t answer.")).toBeVisible();
  await connectInVain(() => connect.click(), failed);
  await expect.element(page.getByText(/Nothing was connected\./)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/api\/connect|html/);
});

test("the views of the headless guide say in words for people what was not read", async () => {
  const failed = { status: 200, type: "text/html", body: "<html>down</html>" };
  await commands.routeFaults([
    { method: "GET", path: "/connectors", ...failed },
    { method: "GET", path: "/connections", ...failed },
  ]);
  render(
    <Product viewerKey={signIn()}>
      <AccountList />
      <IntegrationGallery />
    </Product>,
  );
  await expect.element(page.getByText("Your accounts didn’t load.")).toBeVisible();
  await waitFor(() => expect(page.getByRole("alert").elements()).toHaveLength(2));
  expect(document.body.textContent).not.toMatch(/api\/connect|html/);
});
