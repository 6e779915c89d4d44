import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  fetchTokenAsAuthKit,
  findFrame,
  serveAuthKitEachTest,
  untilTrue,
} from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import { useConnectors } from "../headless.ts";

const server = serveEachTest();
serveAuthKitEachTest();

afterEach(() => {
  vi.useRealTimers();
});

const dialog = () => screen.findByRole("dialog");
const connect = () => screen.getByRole("button", { name: "Connect Gmail" });
const pressInDialog = async (name: string) =>
  fireEvent.click(within(await dialog()).getByRole("button", { name }));
const untilClosed = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

function Catalog() {
  return <output>{useConnectors().status}</output>;
}

/** A button on a page that has the catalog already, and with it the platform's name. */
async function renderKnown(button: ReactNode) {
  render(
    <Product>
      {button}
      <Catalog />
    </Product>,
  );
  await screen.findByText("success");
}

test("opens the dialog on the press, before the server has answered", async () => {
  server.fail({ method: "POST", path: "/sessions", held: true });
  await renderKnown(<Button />);
  connect().focus();
  fireEvent.click(connect());
  expect(await dialog()).toHaveAccessibleName("Connect Gmail");
  expect(within(await dialog()).getByRole("status")).toHaveTextContent(/opening Gmail…/i);
  expect(findFrame()).toBeNull();
  await pressInDialog("Close");
  await untilClosed();
  expect(connect()).toHaveFocus();
  expect(connect()).toHaveAttribute("data-phase", "idle");
});

describe("a server that does not start the session", () => {
  test("the account to reconnect is gone: says so, offers no second try, and reads the list", async () => {
    await renderKnown(<Button reconnectId={crypto.randomUUID()} />);
    fireEvent.click(connect());
    const alert = await within(await dialog()).findByRole("alert");
    expect(alert).toHaveTextContent(/no longer connected/);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    server.takeLog();
    await pressInDialog("Close");
    expect(await screen.findByRole("note")).toHaveTextContent("not_found");
    await waitFor(() => expect(server.takeLog().join()).toContain("GET /connections"));
  });

  test("signed out: no dialog, no second try, the product is told once", async () => {
    server.viewer = null;
    const onUnauthorized = vi.fn();
    // Its answer would end the session too, perhaps before that is asked for.
    server.fail({ method: "GET", path: "/connectors", held: true });
    render(
      <Product onUnauthorized={onUnauthorized}>
        <Button />
      </Product>,
    );
    fireEvent.click(connect());
    expect(await screen.findByRole("note")).toHaveTextContent("unauthorized");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    expect(server.takeLog().filter((call) => call === "POST /sessions")).toHaveLength(1);
  });

  test.for([
    ["503", { status: 503 }, "internal"],
    ["an HTML page", { status: 200 }, "invalid_answer"],
    ["405", { status: 405 }, "invalid_answer"],
    ["a broken connection", { drop: true }, "network"],
  ] as const)("%s: the dialog says so, and can try again", async ([, fault, code]) => {
    const onError = vi.fn();
    await renderKnown(<Button onError={onError} />);
    const refusal = { method: "POST", path: "/sessions", ...fault };
    server.fail(refusal);
    fireEvent.click(connect());
    await screen.findByRole("alert");
    server.fail();
    await pressInDialog("Try again");
    await fetchTokenAsAuthKit(server);
    await waitFor(() => expect(connect()).toHaveAttribute("data-phase", "open"));
    expect(screen.queryByRole("alert")).toBeNull();
    await pressInDialog("Close");
    await untilClosed();
    expect(onError).not.toHaveBeenCalled();

    server.fail(refusal);
    fireEvent.click(connect());
    await screen.findByRole("alert");
    await pressInDialog("Close");
    await waitFor(() => expect(onError).toHaveBeenCalled());
    expect(onError.mock.calls).toMatchObject([[{ code }]]);
  });

  test("shows the failure at the button when the platform's name is not known yet", async () => {
    server.fail(
      { method: "POST", path: "/sessions", status: 405 },
      { method: "GET", path: "/connectors", held: true },
    );
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    render(
      <Product>
        <Button />
      </Product>,
    );
    fireEvent.click(connect());
    await untilTrue(() => screen.queryByRole("note") !== null);
    expect(screen.getByRole("note")).toHaveTextContent("invalid_answer");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("500 once: the second try succeeds unasked", async () => {
    server.fail({ method: "POST", path: "/sessions", status: 500, times: 1 });
    render(
      <Product>
        <Button />
      </Product>,
    );
    fireEvent.click(connect());
    await fetchTokenAsAuthKit(server);
    await waitFor(() => expect(connect()).toHaveAttribute("data-phase", "open"));
    expect(server.takeLog().filter((call) => call === "POST /sessions")).toHaveLength(2);
  });

  test("slow: after two seconds the dialog says that it takes longer, and can be closed", async () => {
    server.fail({ method: "POST", path: "/sessions", held: true });
    await renderKnown(<Button />);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    fireEvent.click(connect());
    await untilTrue(() => screen.queryByRole("dialog") !== null);
    expect(connect()).toHaveAttribute("aria-busy", "true");
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    const status = within(screen.getByRole("dialog")).getByRole("status");
    expect(status).toHaveTextContent(/^Still opening/);
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    await untilTrue(() => connect().dataset.phase === "idle");
  });

  test("reports a platform that is not in the catalog instead of opening a list", async () => {
    const onError = vi.fn();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    render(
      <Product>
        <Button platform="gmial" onError={onError} />
      </Product>,
    );
    fireEvent.click(connect());
    await untilTrue(() => onError.mock.calls.length > 0);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: "platform_not_enabled" });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("says which option is wrong, and opens nothing", async () => {
    const onError = vi.fn();
    render(
      <Product authKit={{ baseUrl: "/authkit" }}>
        <Button onError={onError} />
      </Product>,
    );
    fireEvent.click(connect());
    await waitFor(() => expect(onError).toHaveBeenCalled());
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      code: "misconfigured",
      message: expect.stringContaining("authKit.baseUrl"),
    });
    expect(server.takeLog()).toEqual([]);
  });
});
