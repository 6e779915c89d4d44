import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { listen } from "../../test/announcements.ts";
import {
  authKitFrame,
  connectAtPica,
  fetchTokenAsAuthKit,
  postAsAuthKit,
  serveAuthKitEachTest,
  signInAsAuthKit,
} from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { Accounts, Opener } from "../../test/openers.tsx";
import { serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import type { Connection, ConnectOutcome } from "../headless.ts";
import { de } from "../messages/locales/de.ts";

const server = serveEachTest();
serveAuthKitEachTest();
const outcomes: ConnectOutcome[] = [];
beforeEach(() => {
  outcomes.length = 0;
});

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const untilClosed = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
const untilSaving = () =>
  waitFor(() => expect(screen.getByRole("dialog")).toHaveAttribute("data-phase", "saving"));
const report = (key: string) => postAsAuthKit({ messageType: "LINK_SUCCESS", message: { key } });
const holdSaves = () => server.fail({ method: "POST", path: "/connections", held: true });

/** Opens the dialog for Gmail by code. */
async function openForGmail() {
  render(
    <Product>
      <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      <Accounts />
    </Product>,
  );
  press("Open");
  await authKitFrame();
}

test("shows the kit's own sentence when AuthKit's page reports an error that is not a text", async () => {
  render(
    <Product locale="de" messages={de}>
      <Button />
    </Product>,
  );
  press("Connect Gmail");
  await fetchTokenAsAuthKit(server);
  await postAsAuthKit({ messageType: "LINK_ERROR", message: { toString: "evil" } });
  const about = { name: "Gmail", host: "", seconds: null, reason: null };
  const { title, text } = de.session.failure("frame_error", about);
  expect(await screen.findByRole("alert")).toHaveTextContent(`${title}${text}`);
});

test("does not save a key that is not the viewer's, and never calls it connected", async () => {
  await openForGmail();
  await report(`test::gmail::default::${"0".repeat(32)}|somebody-else`);
  expect(await screen.findByRole("alert")).toHaveTextContent(/Couldn’t save/);
  press("Close");
  await waitFor(() => expect(outcomes).toMatchObject([{ type: "not_saved" }]));
});

test("what the server cannot store stays open with a retry that stores it", async () => {
  await openForGmail();
  server.fail({ method: "POST", path: "/connections", status: 503, times: 2 });
  await signInAsAuthKit(server, "gmail");
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(/Couldn’t save your Gmail account/);
  expect(outcomes).toEqual([]);
  press("Try again");
  await waitFor(() =>
    expect(outcomes).toMatchObject([{ type: "connected", connection: { platform: "gmail" } }]),
  );
  expect(await screen.findByRole("listitem")).toHaveTextContent("gmail");
});

test("ends as connected once the account is stored when the dialog was closed while it saved", async () => {
  await openForGmail();
  holdSaves();
  await signInAsAuthKit(server, "gmail");
  await untilSaving();
  press("Close");
  await untilClosed();
  expect(outcomes).toEqual([]);
  server.fail();
  await waitFor(() => expect(outcomes).toMatchObject([{ type: "connected" }]));
});

test("lists an account whose sign-in finished after the dialog was closed", async () => {
  const product = (content: React.ReactNode) => <Product viewerKey="ann">{content}</Product>;
  const { rerender } = render(product(<Button />));
  press("Connect Gmail");
  await authKitFrame();
  press("Close");
  await untilClosed();
  connectAtPica(server, "gmail");
  rerender(product(<Accounts />));
  expect(await screen.findByRole("listitem")).toHaveTextContent("gmail");
});

describe("without a platform", () => {
  const connected: string[] = [];
  const onConnected = ({ platform }: Connection) => connected.push(platform);
  let keys: string[] = [];
  let said: string[] = [];
  const connections = () => said.filter((sentence) => sentence.includes("is connected"));

  beforeEach(async () => {
    connected.length = 0;
    keys = ["google-calendar", "slack"].map((platform) => connectAtPica(server, platform).key);
    render(
      <Product>
        <Opener options={{ onConnected }} outcomes={outcomes} />
      </Product>,
    );
    press("Open");
    await authKitFrame();
    said = listen();
  });

  test("names an account in words, and says once that it is connected", async () => {
    await report(keys[0] ?? "");
    await waitFor(() =>
      expect(screen.getByRole("dialog")).toHaveTextContent("Google Calendar is connected"),
    );
    press("Close");
    await waitFor(() => expect(outcomes).not.toEqual([]));
    expect(connections()).toEqual([
      expect.stringMatching(/^polite: Google Calendar is connected It’s in your/),
    ]);
  });

  test("stores and reports two accounts when the dialog is closed while the first is stored", async () => {
    holdSaves();
    for (const key of keys) await report(key);
    await untilSaving();
    press("Close");
    await untilClosed();
    server.fail();
    await waitFor(() => expect(outcomes).not.toEqual([]));
    expect(outcomes).toMatchObject([
      { type: "connected", connections: [{ platform: "google-calendar" }, { platform: "slack" }] },
    ]);
    expect(connected).toEqual(["google-calendar", "slack"]);
  });

  test("says that the account is connected when the dialog was closed before it was stored", async () => {
    holdSaves();
    await report(keys[0] ?? "");
    await untilSaving();
    press("Close");
    await untilClosed();
    server.fail();
    await waitFor(() => expect(outcomes).not.toEqual([]));
    await waitFor(() => expect(connections()).toEqual(["polite: Google Calendar is connected."]));
  });
});

test("refuses a ticket once its session has ended, and on any other route", async () => {
  await openForGmail();
  const frame = await authKitFrame();
  const { linkHeaders } = JSON.parse(atob(new URL(frame.src).searchParams.get("data") ?? ""));
  const call = async (method: string, path: string, origin: string) => {
    const headers = { ...linkHeaders, origin };
    const answer = await server.call(path, { method, headers });
    return { status: answer.status, code: (await answer.json()).code };
  };
  const { origin } = new URL(frame.src);
  expect(await call("POST", "/token", "https://evil.example")).toMatchObject({ status: 403 });
  const viewer = server.viewer;
  server.viewer = null;
  expect(await call("GET", "/connections", location.origin)).toMatchObject({ status: 401 });
  server.viewer = viewer;
  press("Close");
  await untilClosed();
  await waitFor(async () =>
    expect(await call("POST", "/token", origin)).toMatchObject({ code: "ticket_invalid" }),
  );
});
