import type { Connection, ConnectionRequest } from "@authkit-ui/contract";
import { QueryClient } from "@tanstack/react-query";
import { act, renderHook, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import {
  beforeAll,
  beforeEach,
  describe,
  expect,
  type Mock,
  onTestFinished,
  test,
  vi,
} from "vitest";
import { failRequests } from "../../test/fail-requests.ts";
import { render } from "../../test/render.tsx";
import { sentRequest } from "../../test/sent-request.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { mockConnect } from "../test-setup/index.ts";
import { type UseConnectRequestOptions, useConnectRequest } from "./use-connect-request.ts";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

let queryClient: QueryClient;
let viewerKey: string;
beforeEach(() => {
  queryClient = new QueryClient();
  viewerKey = crypto.randomUUID();
});

const gmail = (part: Partial<Connection> = {}) => ({ platform: "gmail", ...part });

/** A product's own card, which has a button for everything, disabled while it does not apply. */
function MyCard({
  request: sent,
  label = "Gmail",
  ...options
}: UseConnectRequestOptions & { request: ConnectionRequest; label?: string }) {
  const { state, request, connection, connect, reconnect, choose, decline, ...card } =
    useConnectRequest(sent, options);
  const { retry, error, isContinuing } = card;
  return (
    <section aria-label={label} data-state={state} aria-busy={isContinuing}>
      {connection && <p>Using {connection.account ?? connection.name}</p>}
      {error && <p role="alert">{error.code}</p>}
      <button type="button" disabled={connect === null} onClick={() => connect?.()}>
        Connect
      </button>
      {request.candidates.map(({ id, name }) => (
        <p key={id}>
          <button type="button" disabled={reconnect === null} onClick={() => reconnect?.(id)}>
            Reconnect {name}
          </button>
          <button type="button" disabled={choose === null} onClick={() => choose?.(id)}>
            Use {name}
          </button>
        </p>
      ))}
      <button type="button" disabled={decline === null} onClick={() => decline?.()}>
        Not now
      </button>
      <button type="button" disabled={retry === null} onClick={() => retry?.()}>
        Try again
      </button>
    </section>
  );
}
const Product = ({ children }: { children: ReactNode }) => (
  <ConnectProvider viewerKey={viewerKey} queryClient={queryClient}>
    {children}
  </ConnectProvider>
);
const page = (options: UseConnectRequestOptions & { request?: ConnectionRequest } = {}) => (
  <Product>
    <MyCard request={sentRequest()} {...options} />
  </Product>
);
const card = (label = "Gmail") => screen.getByRole("region", { name: label });
/** What the person can do on the card, beside a dialog that its button has opened. */
const offered = (label?: string) =>
  within(card(label))
    .getAllByRole<HTMLButtonElement>("button")
    .filter((button) => !button.disabled && !button.closest("dialog"))
    .map((button) => button.textContent);
const press = (name: string) => userEvent.click(within(card()).getByRole("button", { name }));
const untilState = (state: string, label?: string) =>
  waitFor(() => expect(card(label)).toHaveAttribute("data-state", state));
const untilText = (text: string) => waitFor(() => expect(card()).toHaveTextContent(text));
const untilReported = (onSettled: Mock, answer: Partial<ConnectionRequest>) =>
  waitFor(() => expect(onSettled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(answer)));
const closeDialog = async () =>
  userEvent.click(await screen.findByRole("button", { name: "Close" }));

/** Keeps the requests of a method waiting until the returned function is called. */
function holdRequests(method: string, path = "/connection-requests/"): () => void {
  const { fetch } = globalThis;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  globalThis.fetch = async (input, init) => {
    const isHeld = init?.method === method && String(input).includes(path);
    if (isHeld) await released;
    return fetch(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  return release;
}

describe("A card built from useConnectRequest", () => {
  test("offers nothing before the server has said what has become of the request", async () => {
    mockConnect({ connections: [gmail({ name: "Mail" })], connectionRequests: [gmail()] });
    const release = holdRequests("GET");
    render(page());
    await untilState("loading");
    expect(offered()).toEqual([]);
    release();
    await untilState("connected");
    await untilText("Using Mail");
  });

  test("connects a missing account, and reports the server's answer once", async () => {
    const onSettled = vi.fn();
    mockConnect({ account: "ann@example.com", connectionRequests: [gmail()] });
    const { rerender } = render(page({ onSettled }));
    await untilState("pending");
    expect(offered()).toEqual(["Connect", "Not now"]);
    await press("Connect");
    await untilState("connected");
    await untilText("Using ann@example.com");
    expect(offered()).toEqual([]);
    await untilReported(onSettled, { status: "connected", connectionId: "connection-0" });
    rerender(page({ onSettled }));
    expect(onSettled).toHaveBeenCalledOnce();
  });

  test("reconnects a broken account, which keeps its id", async () => {
    const connections = [
      gmail({ name: "Mail", state: "failed" }),
      gmail({ name: "Old", state: "gone" }),
    ];
    const onSettled = vi.fn();
    const mock = mockConnect({ connections, connectionRequests: [gmail()] });
    render(page({ onSettled }));
    await untilState("pending");
    expect(offered()).toEqual(["Reconnect Mail", "Reconnect Old", "Not now"]);
    await press("Reconnect Old");
    await untilState("connected");
    await untilText("Using Old");
    await untilReported(onSettled, { connectionId: "connection-1" });
    expect(mock.connections.map(({ id, state }) => [id, state])).toEqual([
      ["connection-0", "failed"],
      ["connection-1", "operational"],
    ]);
  });

  test("answers with the account that the person chooses of several", async () => {
    const onSettled = vi.fn();
    const connections = [gmail({ name: "Mail" }), gmail({ name: "Team" })];
    mockConnect({ connections, connectionRequests: [gmail()] });
    render(page({ onSettled }));
    await untilState("pending");
    expect(offered()).toEqual(["Connect", "Use Mail", "Use Team", "Not now"]);
    await press("Use Team");
    await untilState("connected");
    await untilText("Using Team");
    await untilReported(onSettled, { status: "connected", connectionId: "connection-1" });
  });

  test("connects another account in place of those to choose from", async () => {
    const connections = [gmail({ name: "Mail" }), gmail({ name: "Team" })];
    mockConnect({ account: "ann@example.com", connections, connectionRequests: [gmail()] });
    render(page());
    await untilState("pending");
    await press("Connect");
    await untilText("Using ann@example.com");
  });

  test("declines", async () => {
    const onSettled = vi.fn();
    const mock = mockConnect({ connectionRequests: [gmail()] });
    render(page({ onSettled }));
    await untilState("pending");
    await press("Not now");
    await untilState("declined");
    expect(offered()).toEqual([]);
    expect(mock.connectionRequests).toMatchObject([{ status: "declined" }]);
    await untilReported(onSettled, { id: "request-0", status: "declined" });
  });

  test("calls the callbacks of its newest render", async () => {
    const [first, newest] = [vi.fn(), vi.fn()];
    mockConnect({ connectionRequests: [gmail()] });
    const { rerender } = render(page({ onSettled: first, onError: first }));
    await untilState("pending");
    rerender(page({ onSettled: newest, onError: newest }));
    const pass = failRequests({ method: "POST", path: "/connection-requests/", status: 500 });
    await press("Not now");
    await waitFor(() =>
      expect(newest).toHaveBeenLastCalledWith(expect.objectContaining({ code: "internal" })),
    );
    pass();
    await press("Not now");
    await waitFor(() =>
      expect(newest).toHaveBeenLastCalledWith(expect.objectContaining({ status: "declined" })),
    );
    expect(first).not.toHaveBeenCalled();
  });
});

describe("While something is running", () => {
  test("a card that connects offers nothing, and one of the same platform only Not now", async () => {
    mockConnect({ authKit: "wait", connectionRequests: [gmail(), gmail()] });
    render(
      <Product>
        <MyCard request={sentRequest()} />
        <MyCard request={sentRequest({ id: "request-1" })} label="Another" />
      </Product>,
    );
    await untilState("pending");
    await untilState("pending", "Another");
    await press("Connect");
    await untilState("connecting");
    await untilState("waiting", "Another");
    expect(offered()).toEqual([]);
    expect(offered("Another")).toEqual(["Not now"]);
    await closeDialog();
    await untilState("pending");
    expect(offered("Another")).toEqual(["Connect", "Not now"]);
  });

  test("a card whose answer is on its way offers nothing", async () => {
    const connections = [gmail({ name: "Mail" }), gmail({ name: "Team" })];
    mockConnect({ connections, connectionRequests: [gmail()] });
    render(page());
    await untilState("pending");
    const release = holdRequests("POST");
    await press("Use Mail");
    await untilState("saving");
    expect(offered()).toEqual([]);
    release();
    await untilState("connected");
  });
});

describe("A failure", () => {
  test("to read the request leaves nothing but to read it again", async () => {
    mockConnect({ connectionRequests: [gmail()] });
    const pass = failRequests({ method: "GET", path: "/connection-requests/", status: 401 });
    render(page());
    await untilState("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("unauthorized");
    expect(offered()).toEqual(["Try again"]);
    pass();
    await press("Try again");
    await untilState("pending");
    expect(within(card()).queryByRole("alert")).toBeNull();
    expect(offered()).toEqual(["Connect", "Not now"]);
  });

  test("to connect leaves the request open, and connects again", async () => {
    const [onError, onSettled] = [vi.fn(), vi.fn()];
    mockConnect({ authKit: "decline", connectionRequests: [gmail()] });
    render(page({ onError, onSettled }));
    await untilState("pending");
    await press("Connect");
    await untilState("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("frame_error");
    expect(offered()).toEqual(["Connect", "Not now", "Try again"]);
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: "frame_error" }),
    );
    expect(onSettled).not.toHaveBeenCalled();
    mockConnect({ connectionRequests: [gmail()] });
    await press("Try again");
    await untilState("connected");
    expect(within(card()).queryByRole("alert")).toBeNull();
  });

  test("to send the answer is mended without a second sign-in", async () => {
    const onSettled = vi.fn();
    const mock = mockConnect({ connectionRequests: [gmail()] });
    render(page({ onSettled }));
    await untilState("pending");
    const passReads = failRequests({ method: "GET", path: "/connection-requests/", status: 429 });
    const passAnswers = failRequests({
      method: "POST",
      path: "/connection-requests/",
      status: 503,
    });
    await press("Connect");
    await untilState("error");
    expect(onSettled).not.toHaveBeenCalled();
    passAnswers();
    passReads();
    await press("Try again");
    await untilState("connected");
    expect(mock.connections).toHaveLength(1);
    await untilReported(onSettled, { connectionId: "connection-0" });
  });
});

describe("A settled request", () => {
  test.each(["connected", "declined", "unavailable"] as const)(
    "that the page got as %s offers nothing, is not read and not reported",
    async (status) => {
      const onSettled = vi.fn();
      mockConnect({ connections: [gmail({ name: "Mail" })], connectionRequests: [gmail()] });
      const asked: string[] = [];
      const { fetch } = globalThis;
      globalThis.fetch = async (input, init) => {
        asked.push(String(input));
        return fetch(input, init);
      };
      const connectionId = status === "connected" ? "connection-0" : undefined;
      render(page({ onSettled, request: sentRequest({ status, connectionId }) }));
      await untilState(status);
      if (connectionId) await untilText("Using Mail");
      expect(offered()).toEqual([]);
      expect(asked.filter((address) => address.includes("/connection-requests/"))).toEqual([]);
      expect(onSettled).not.toHaveBeenCalled();
    },
  );

  test("is reported once more to a card that the page shows anew as pending", async () => {
    const [first, again] = [vi.fn(), vi.fn()];
    mockConnect({ connectionRequests: [gmail()] });
    const { rerender } = render(page({ onSettled: first }));
    await untilState("pending");
    await press("Not now");
    await untilReported(first, { status: "declined" });
    rerender(<Product>{null}</Product>);
    rerender(page({ onSettled: again }));
    await untilState("declined");
    await untilReported(again, { status: "declined" });
    expect(first).toHaveBeenCalledOnce();
  });

  test("is one that the server no longer knows", async () => {
    const onSettled = vi.fn();
    mockConnect({ connectionRequests: [] });
    render(page({ onSettled }));
    await untilState("unavailable");
    expect(offered()).toEqual([]);
    await untilReported(onSettled, { id: "request-0", status: "unavailable" });
  });
});

describe("What useConnectRequest's callbacks resolve to", () => {
  async function readRequest() {
    const { result } = renderHook(() => useConnectRequest(sentRequest()), { wrapper: Product });
    await waitFor(() => expect(result.current.state).toBe("pending"));
    return result;
  }

  test("connect: what came of the session, also when the person closes it", async () => {
    mockConnect({ authKit: "wait", connectionRequests: [gmail()] });
    const result = await readRequest();
    let closed: Promise<ConnectOutcome> | undefined;
    act(() => {
      closed = result.current.connect?.();
    });
    await closeDialog();
    expect(await closed).toEqual({ type: "cancelled" });
    await waitFor(() => expect(result.current.state).toBe("pending"));
    mockConnect({ connectionRequests: [gmail()] });
    const outcome = await act(() => result.current.connect?.());
    expect(outcome).toMatchObject({ type: "connected", connection: { id: "connection-0" } });
    await waitFor(() => expect(result.current.state).toBe("connected"));
  });

  test("choose: the server's refusal, and then the same of an account that it takes", async () => {
    const connections = [gmail({ name: "Mail" }), gmail({ name: "Team" })];
    mockConnect({ connections, connectionRequests: [gmail()] });
    const result = await readRequest();
    const refusal = await act(() => result.current.choose?.("unknown"));
    const error = expect.objectContaining({ code: "connection_conflict" });
    expect(refusal).toEqual({ ok: false, error });
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: "error", error, retry: null }),
    );
    expect(await act(() => result.current.choose?.("connection-0"))).toEqual({ ok: true });
    await waitFor(() => expect(result.current.state).toBe("connected"));
  });

  test("decline: whether it was saved", async () => {
    mockConnect({ connectionRequests: [gmail()] });
    const result = await readRequest();
    const pass = failRequests({ method: "POST", path: "/connection-requests/", status: 500 });
    const error = expect.objectContaining({ code: "internal" });
    expect(await act(() => result.current.decline?.())).toEqual({ ok: false, error });
    pass();
    expect(await act(() => result.current.decline?.())).toEqual({ ok: true });
    await waitFor(() => expect(result.current.state).toBe("declined"));
  });
});

describe("With onOutcome, a card", () => {
  test("continues the call once, and gives its outcome", async () => {
    const [onSettled, onOutcome] = [vi.fn(), vi.fn()];
    const callOutcome = { status: "done", connectionId: "connection-0", result: "Sent." } as const;
    mockConnect({ connectionRequests: [gmail()], callOutcome });
    const release = holdRequests("POST", "/continue");
    const { rerender } = render(page({ onSettled, onOutcome }));
    await untilState("pending");
    await press("Connect");
    await untilState("connected");
    await waitFor(() => expect(card()).toHaveAttribute("aria-busy", "true"));
    expect(onOutcome).not.toHaveBeenCalled();
    release();
    await waitFor(() => expect(onOutcome).toHaveBeenCalledExactlyOnceWith(callOutcome));
    expect(card()).toHaveAttribute("aria-busy", "false");
    rerender(page({ onSettled, onOutcome }));
    expect(onOutcome).toHaveBeenCalledOnce();
    expect(onSettled).toHaveBeenCalledOnce();
  });

  test("says why the call could not be continued, and tries again", async () => {
    const [onError, onOutcome] = [vi.fn(), vi.fn()];
    mockConnect({ connectionRequests: [gmail()] });
    render(page({ onError, onOutcome }));
    await untilState("pending");
    const pass = failRequests({ method: "POST", path: "/continue", status: 500 });
    await press("Not now");
    await untilState("declined");
    await waitFor(() => expect(offered()).toEqual(["Try again"]));
    expect(within(card()).getByRole("alert")).toHaveTextContent("internal");
    expect(onError).toHaveBeenCalledOnce();
    pass();
    const asked = vi.spyOn(globalThis, "fetch");
    const tryAgain = within(card()).getByRole("button", { name: "Try again" });
    // Both clicks of a double click, before React renders.
    act(() => {
      tryAgain.click();
      tryAgain.click();
    });
    await waitFor(() =>
      expect(onOutcome).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ status: "declined" }),
      ),
    );
    expect(offered()).toEqual([]);
    expect(asked).toHaveBeenCalledOnce();
  });

  test("gives no outcome of a request that the server no longer knows", async () => {
    const [onError, onOutcome] = [vi.fn(), vi.fn()];
    mockConnect();
    const asked = vi.spyOn(globalThis, "fetch");
    render(page({ onError, onOutcome }));
    await untilState("unavailable");
    await waitFor(() => expect(asked.mock.lastCall?.[0]).toMatch(/continue$/));
    await waitFor(() => expect(card()).toHaveAttribute("aria-busy", "false"));
    expect(offered()).toEqual([]);
    expect(onError).not.toHaveBeenCalled();
    expect(onOutcome).not.toHaveBeenCalled();
  });

  test("continues no call of a request that the page already knew as settled", async () => {
    mockConnect({ connectionRequests: [gmail()] });
    const asked = vi.spyOn(globalThis, "fetch");
    render(page({ request: sentRequest({ status: "declined" }), onOutcome: vi.fn() }));
    await untilState("declined");
    const addresses = asked.mock.calls.map(([address]) => String(address));
    expect(addresses.filter((address) => address.endsWith("/continue"))).toEqual([]);
  });
});
