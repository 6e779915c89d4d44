import type { Connector } from "@authkit-ui/contract";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { AccountList } from "../docs/headless/account-list.tsx";
import { IntegrationGallery } from "../docs/headless/integration-gallery.tsx";
import { connectors } from "../src/connector-gallery/connectors.fixtures.ts";
import { connectAtPica, serveAuthKitEachTest, signInAsAuthKit } from "./authkit-in-jsdom.ts";
import { serveEachTest } from "./product-server.ts";
import { Product, render } from "./render.tsx";

const server = serveEachTest();
serveAuthKitEachTest();
afterEach(() => {
  vi.restoreAllMocks();
});

const find = (role: string, name: string | RegExp) => screen.findByRole(role, { name });
const items = () => document.querySelectorAll("li");
const showBoth = () =>
  render(
    <Product viewerKey="ann">
      <AccountList />
      <IntegrationGallery />
    </Product>,
  );
const down = { type: "text/html", body: "<html>down</html>" };
const untilPageSays = (text: string | RegExp) =>
  waitFor(() => expect(document.body).toHaveTextContent(text));
const expectNoTechnicalWords = () =>
  expect(document.body.textContent).not.toMatch(/api\/connect|html/);

test("the gallery and the list of the headless guide search, connect and disconnect", async () => {
  showBoth();
  const accounts = await find("region", "Your accounts");
  const gallery = await find("region", "Integrations");
  await waitFor(() => expect(accounts).toHaveTextContent("Nothing connected yet."));
  await waitFor(() => expect(items()).toHaveLength(24));

  await userEvent.type(within(gallery).getByRole("searchbox"), "gmai");
  await waitFor(() =>
    expect(within(gallery).getByRole("status")).toHaveTextContent("1 integrations"),
  );
  await userEvent.click(await find("button", "Connect Gmail"));
  await signInAsAuthKit(server, "gmail");

  await waitFor(() => expect(within(accounts).getByRole("listitem")).toHaveFocus());
  expect(within(gallery).getByRole("listitem")).toHaveTextContent("Gmail · 1 connected");

  vi.spyOn(window, "confirm").mockReturnValue(true);
  await userEvent.click(within(accounts).getByRole("button", { name: /^Disconnect/ }));
  await waitFor(() => expect(accounts).toHaveTextContent("Nothing connected yet."));
});

test("the gallery of the headless guide shows connectors without a category, and all again", async () => {
  const sorted = connectors.filter(({ category }) => category !== null);
  const plain = { ...connectors[0], platform: "plain", name: "Plain", category: null } as Connector;
  render(
    <Product viewerKey="ann" initialData={{ connectors: [plain, ...sorted], connections: [] }}>
      <IntegrationGallery />
    </Product>,
  );
  const category = await find("combobox", "Category");
  await userEvent.selectOptions(category, "Other (1)");
  await waitFor(() => expect(items()).toHaveLength(1));
  expect(items()[0]).toHaveTextContent("Plain");
  await userEvent.selectOptions(category, "All categories");
  await waitFor(() => expect(items()).toHaveLength(24));
});

test("the views of the headless guide say in words for people what failed", async () => {
  connectAtPica(server, "gmail");
  showBoth();
  await userEvent.type(await find("searchbox", /./), "gmail");
  const connect = await find("button", "Connect Gmail");
  server.fail({ method: "DELETE", path: "/connections", status: 500, ...down });
  vi.spyOn(window, "confirm").mockReturnValue(true);
  await userEvent.click(await find("button", /^Disconnect/));
  await untilPageSays(/Couldn’t disconnect\. .* didn’t answer\./);

  const refusal = { method: "POST", path: "/sessions", status: 500, ...down };
  server.fail({ ...refusal, held: true });
  await userEvent.click(connect);
  const dialog = await screen.findByRole("dialog");
  server.fail(refusal);
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("Nothing was connected.");
  fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await untilPageSays("Nothing was connected.");
  expectNoTechnicalWords();
});

test("the views of the headless guide say in words for people what was not read", async () => {
  server.fail(
    { method: "GET", path: "/connectors", status: 200, ...down },
    { method: "GET", path: "/connections", status: 200, ...down },
  );
  showBoth();
  await untilPageSays("Your accounts didn’t load.");
  await waitFor(() => expect(screen.getAllByRole("alert")).toHaveLength(2));
  expectNoTechnicalWords();
});
