import type { Connector } from "@authkit-ui/contract";
import { onlineManager } from "@tanstack/react-query";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, onTestFinished, test, vi } from "vitest";
import { connection } from "../src/connections-list/connections.fixtures.ts";
import { ConnectionsList, ConnectorGallery } from "../src/index.ts";
import { giveNamedAccounts, serveAuthKitEachTest } from "./authkit-in-jsdom.ts";
import { serveEachTest } from "./product-server.ts";
import { Product, render } from "./render.tsx";

/* Rows of `fault-rows.json` that no other test shows, and that need no layout. */

const server = serveEachTest();
serveAuthKitEachTest();
const gallery = () => screen.getByRole("region", { name: "Add an integration" });
const list = () => screen.getByRole("region", { name: "Connected accounts" });
const untilState = (region: () => HTMLElement, state: string) =>
  waitFor(() => expect(region()).toHaveAttribute("data-state", state));
const platforms = () =>
  [...document.querySelectorAll<HTMLElement>(".ak-card")].map((card) => card.dataset.platform);
const connector = (part: Partial<Connector> & { platform: string }): Connector => ({
  name: part.platform,
  category: null,
  image: null,
  tags: [],
  actionCount: 1,
  ...part,
});
const answer = (...connectors: unknown[]) =>
  server.fail({
    ...{ method: "GET", path: "/connectors", status: 200, type: "application/json" },
    body: JSON.stringify({ connectors, total: connectors.length }),
  });

test("a page of HTML in place of an answer is an error in our words", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const html = { status: 200, type: "text/html", body: "<html>down</html>" };
  server.fail(
    { method: "GET", path: "/connectors", ...html },
    { method: "GET", path: "/connections", ...html },
  );
  render(
    <Product viewerKey="ann">
      <ConnectorGallery />
      <ConnectionsList />
    </Product>,
  );
  await untilState(gallery, "error");
  await untilState(list, "error");
  expect(document.body.textContent).not.toMatch(/unexpected token|html/i);
  server.fail();
  fireEvent.click(within(gallery()).getByRole("button", { name: "Try again" }));
  await untilState(gallery, "ready");
});

test("offline: what was loaded stays, says so, and comes back by itself", async () => {
  await giveNamedAccounts(server, [{ platform: "gmail", name: "Mail" }]);
  render(
    <Product viewerKey="ann">
      <ConnectorGallery platforms={["gmail"]} />
      <ConnectionsList />
    </Product>,
  );
  await untilState(gallery, "ready");
  await untilState(list, "ready");
  const isOnline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  onTestFinished(() => {
    isOnline.mockRestore();
    onlineManager.setOnline(true);
  });
  window.dispatchEvent(new Event("offline"));
  for (const region of [gallery, list]) {
    await waitFor(() =>
      expect(within(region()).getByRole("status")).toHaveTextContent("You’re offline."),
    );
  }
  expect(within(list()).getByText("Mail")).toBeVisible();
  isOnline.mockRestore();
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(screen.queryByText(/You’re offline/)).toBeNull());
});

test("a platform that comes twice is one card, the first", async () => {
  answer(
    connector({ platform: "gmail", name: "Gmail" }),
    connector({ platform: "gmail", name: "Gmail 2" }),
    connector({ platform: "slack", name: "Slack" }),
  );
  render(
    <Product viewerKey="ann">
      <ConnectorGallery />
    </Product>,
  );
  await waitFor(() => expect(platforms()).toEqual(["gmail", "slack"]));
});

test("finds a connector without tags, and shows no date where none is", async () => {
  const { tags: _, ...untagged } = connector({ platform: "gmail", name: "Gmail" });
  answer(untagged, connector({ platform: "slack", name: "Slack" }));
  const connections = ["yesterday", "2026-03-03T09:30:00.000Z"].map((createdAt, index) =>
    connection({ platform: "gmail", name: `Mail ${index}`, createdAt }),
  );
  render(
    <Product viewerKey="ann" initialData={{ connections }}>
      <ConnectionsList showDates />
      <ConnectorGallery />
    </Product>,
  );
  await untilState(gallery, "ready");
  await userEvent.type(within(gallery()).getByRole("searchbox"), "g");
  await waitFor(() => expect(platforms()).toEqual(["gmail"]));
  const rows = [...document.querySelectorAll(".ak-row")];
  const dates = rows.map((row) => row.querySelector("time")?.textContent);
  expect(dates).toEqual([expect.stringMatching(/^Added /), undefined]);
});
