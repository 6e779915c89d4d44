import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { ConnectEvent } from "../src/headless.ts";
import { connectAtPica, serveAuthKitEachTest, signInAsAuthKit } from "./authkit-in-jsdom.ts";
import { accounts, ready, rows, showAccountsOf, untilRows } from "./hook-lists.tsx";
import { serveEachTest } from "./product-server.ts";

const server = serveEachTest();
serveAuthKitEachTest();
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const untilServerHears = (method: string) =>
  waitFor(() => expect(server.takeLog().some((call) => call.startsWith(method))).toBe(true));

/** An account that the viewer has when the list is read first. */
async function show(platform: string, details = {}, props = {}) {
  connectAtPica(server, platform, details);
  showAccountsOf("ann", props);
  await untilRows(`${platform} ${"state" in details ? details.state : "operational"}`);
}

describe("useConnections", () => {
  test("puts what needs attention first, and counts it", async () => {
    connectAtPica(server, "gmail", { state: "failed" });
    connectAtPica(server, "slack");
    showAccountsOf("ann");
    await untilRows("gmail failed", "slack operational");
    expect(accounts()).toHaveTextContent("1 need attention");
  });

  test("disconnects at once, and reports it without naming anyone", async () => {
    const events: ConnectEvent[] = [];
    await show("gmail", {}, { onEvent: (event: ConnectEvent) => events.push(event) });
    server.fail({ method: "DELETE", path: "/connections", held: true });
    press("Disconnect gmail");
    await untilRows();
    server.fail();
    await waitFor(() => expect(events).toHaveLength(2));
    expect(events).toEqual([
      { name: "disconnect_confirmed", platform: "gmail", state: "operational" },
      { name: "disconnect_succeeded", platform: "gmail" },
    ]);
    await ready(accounts());
    expect(rows()).toEqual([]);
  });

  test("brings the row back when the server refuses to disconnect it", async () => {
    await show("gmail");
    const refused = { method: "DELETE", path: "/connections", status: 503 };
    server.fail({ ...refused, held: true });
    press("Disconnect gmail");
    await untilRows();
    server.fail(refused);
    await untilRows("gmail operational");
  });

  test("keeps a row away that is being removed when the list is read meanwhile", async () => {
    await show("gmail");
    server.fail({ method: "DELETE", path: "/connections", held: true });
    press("Disconnect gmail");
    await untilRows();
    server.takeLog();
    press("Refresh");
    await untilServerHears("GET /connections");
    expect(rows()).toEqual([]);
    server.fail();
    await ready(accounts());
    expect(rows()).toEqual([]);
  });

  test("renames at once, trimmed", async () => {
    await show("gmail");
    server.fail({ method: "PATCH", path: "/connections", held: true });
    press("Rename gmail");
    await untilRows("Work operational");
    server.fail();
    await ready(accounts());
    expect(rows()).toEqual(["Work operational"]);
  });

  test("takes a new name back when the server refuses it", async () => {
    await show("slack");
    const refused = { method: "PATCH", path: "/connections", status: 500 };
    server.fail({ ...refused, held: true });
    press("Rename slack");
    await untilRows("Work operational");
    server.fail(refused);
    await untilRows("slack operational");
  });

  test("keeps a new name that is being saved when the list is read meanwhile", async () => {
    await show("gmail");
    const refused = { method: "PATCH", path: "/connections", status: 500 };
    server.fail({ ...refused, held: true });
    press("Rename gmail");
    await untilRows("Work operational");
    server.takeLog();
    press("Refresh");
    await untilServerHears("GET /connections");
    await ready(accounts());
    expect(rows()).toEqual(["Work operational"]);
    server.fail(refused);
    await untilRows("gmail operational");
  });

  test("takes a new level of access back when the server, which has none, refuses it", async () => {
    await show("gmail");
    server.fail({ method: "PATCH", path: "/connections", held: true });
    press("Only read gmail");
    await untilRows("gmail operational read");
    server.takeLog();
    press("Refresh");
    await untilServerHears("GET /connections");
    await ready(accounts());
    expect(rows()).toEqual(["gmail operational read"]);
    server.fail();
    await untilRows("gmail operational");
  });

  test("reconnects a connection in place: the row keeps its id", async () => {
    await show("gmail", { state: "failed" });
    const before = screen.getByRole("listitem").dataset.connectionId;
    press("Reconnect gmail");
    expect(await screen.findByRole("dialog")).toHaveAccessibleName("Reconnect Gmail");
    await signInAsAuthKit(server, "gmail");
    await untilRows("gmail operational");
    expect(screen.getByRole("listitem").dataset.connectionId).toBe(before);
  });
});
