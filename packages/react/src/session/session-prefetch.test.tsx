import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fetchTokenAsAuthKit, serveAuthKitEachTest } from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import { ConnectButton } from "../connect-button/connect-button.tsx";
import { ConnectorGallery } from "../connector-gallery/connector-gallery.tsx";

const server = serveEachTest();
serveAuthKitEachTest();

afterEach(() => {
  vi.useRealTimers();
});

/** Requests that create or end a session, since the last look. */
const takeSessions = () =>
  server
    .takeLog()
    .filter((call) => call.includes("/sessions"))
    .map((call) => call.replace(/\/sessions\/\S+/, "/sessions/:id"));

describe.each([
  ["ConnectButton", <ConnectButton key="button" platform="gmail" />],
  ["ConnectorGallery", <ConnectorGallery key="gallery" platforms={["gmail"]} />],
  ["A button over useConnect", <Button key="hook" />],
])("%s", (_, component) => {
  async function findButton() {
    render(<Product>{component}</Product>);
    const button = await screen.findByRole("button", { name: "Connect Gmail", busy: false });
    takeSessions();
    return button;
  }

  test("asks for the session when the mouse button goes down, and uses it for the press", async () => {
    const button = await findButton();
    const user = userEvent.setup();
    await user.pointer({ keys: "[MouseLeft>]", target: button });
    expect(takeSessions()).toEqual(["POST /sessions"]);
    await user.pointer("[/MouseLeft]");
    expect((await fetchTokenAsAuthKit(server)).status).toBe(200);
    expect(takeSessions()).not.toContain("POST /sessions");
  });

  test("ends a session that no press has used", async () => {
    const button = await findButton();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    fireEvent.pointerDown(button, { pointerType: "mouse", button: 0 });
    await vi.waitFor(() => expect(takeSessions()).toEqual(["POST /sessions"]));
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    vi.useRealTimers();
    await waitFor(() => expect(takeSessions()).toEqual(["DELETE /sessions/:id"]));
  });

  test("asks once more when the server fails at the first time", async () => {
    const button = await findButton();
    server.fail({ method: "POST", path: "/sessions", status: 500, times: 1 });
    await userEvent.click(button);
    expect((await fetchTokenAsAuthKit(server)).status).toBe(200);
    expect(screen.getByRole("dialog")).toBeVisible();
  });

  test("asks for nothing when a finger, or another mouse button, goes down", async () => {
    const button = await findButton();
    fireEvent.pointerDown(button, { pointerType: "touch", button: 0 });
    fireEvent.pointerDown(button, { pointerType: "mouse", button: 2 });
    expect(takeSessions()).toEqual([]);
  });
});

test("a button does not use the session that another button has asked for", async () => {
  render(
    <Product>
      <ConnectButton platform="gmail" />
      <ConnectButton platform="slack" />
    </Product>,
  );
  const gmail = await screen.findByRole("button", { name: "Connect Gmail", busy: false });
  const slack = await screen.findByRole("button", { name: "Connect Slack", busy: false });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  fireEvent.pointerDown(gmail, { pointerType: "mouse", button: 0 });
  await vi.waitFor(() => expect(takeSessions()).toEqual(["POST /sessions"]));
  // By the keyboard, which presses without a pointer.
  fireEvent.click(slack);
  await vi.waitFor(() => expect(takeSessions()).toContain("POST /sessions"));
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  await vi.waitFor(() => expect(takeSessions()).toContain("DELETE /sessions/:id"));
});
