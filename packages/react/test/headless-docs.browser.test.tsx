import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { AccountList } from "../docs/headless/account-list.tsx";
import { IntegrationGallery } from "../docs/headless/integration-gallery.tsx";
import { signInToProvider } from "./authkit-page.ts";
import { Product, render, signIn } from "./render.tsx";
import { waitFor } from "./wait.ts";

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
