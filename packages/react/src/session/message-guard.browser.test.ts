import { useAuthKit } from "@picahq/authkit";
import { afterEach, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { waitUntil } from "../../test/wait.ts";
import { type AuthKitMessage, startMessageGuard } from "./message-guard.ts";
import { mountFrame, unmountFrame } from "./mount-frame.ts";

const success = (key: unknown) => ({ messageType: "LINK_SUCCESS", message: { key } });
const messageTypes = new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK"]);
const exit = { messageType: "EXIT_EVENT_LINK" };
const failure = { messageType: "LINK_ERROR", message: "Declined" };

/** A window of this page's origin that can post as itself. */
const postFrom = (source: Window, message: unknown) => postTo(window, source, message);

function postTo(target: Window, source: Window, message: unknown) {
  const realm = source as Window & typeof globalThis;
  // A message names the window whose code posts it, so the code has to be that window's own.
  new realm.Function("target", "message", "target.postMessage(message, '*')")(target, message);
}

async function addFrame(src = "about:blank"): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.src = src;
  const isLoaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  await isLoaded;
  return frame;
}

const windowOf = (frame: HTMLIFrameElement) => frame.contentWindow ?? window;

/** Messages arrive in order: when this one has, those before it have too. */
async function untilDelivered() {
  const isDelivered = new Promise<void>((resolve) => {
    window.addEventListener("message", function listener({ data }) {
      if (data !== "last") return;
      window.removeEventListener("message", listener);
      resolve();
    });
  });
  window.postMessage("last", "*");
  await isDelivered;
}

function startGuard(frame: HTMLIFrameElement | null, origin = location.origin) {
  const messages: AuthKitMessage[] = [];
  const guard = startMessageGuard({
    messageTypes,
    origins: new Set([origin]),
    onMessage: (message) => messages.push(message),
  });
  onTestFinished(guard.stop);
  if (frame) guard.watch(frame);
  return messages;
}

afterEach(() => vi.restoreAllMocks());

describe("the guard", () => {
  test("passes on success, error and exit from the watched frame", async () => {
    const frame = await addFrame();
    const messages = startGuard(frame);
    for (const message of [success("test::gmail::a"), failure, exit]) {
      postFrom(windowOf(frame), message);
    }
    await untilDelivered();
    expect(messages).toEqual([
      { type: "success", key: "test::gmail::a" },
      { type: "error", reason: "Declined" },
      { type: "exit" },
    ]);
  });

  test("passes on each connection key once, however often it is reported", async () => {
    const frame = await addFrame();
    const messages = startGuard(frame);
    for (const key of ["test::a", "test::a", "test::b", "test::a"]) {
      postFrom(windowOf(frame), success(key));
    }
    await untilDelivered();
    expect(messages).toEqual([
      { type: "success", key: "test::a" },
      { type: "success", key: "test::b" },
    ]);
  });

  test("drops what is not in its shape", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const frame = await addFrame();
    const messages = startGuard(frame);
    const bodies = [
      undefined,
      null,
      "test::a",
      {},
      { key: 7 },
      { key: "" },
      { key: "x".repeat(2_000) },
    ];
    for (const message of bodies) {
      postFrom(windowOf(frame), { messageType: "LINK_SUCCESS", message });
    }
    postFrom(windowOf(frame), { messageType: "LINK_ERROR", message: { html: "<b>" } });
    await untilDelivered();
    expect(messages).toEqual([{ type: "error", reason: null }]);
  });
});

describe("the guard", () => {
  test.for([
    ["the page itself", () => window],
    ["the window around it", () => window.parent],
    ["a sibling frame", async () => windowOf(await addFrame())],
    [
      "a popup",
      () => {
        const popup = window.open("about:blank", "", "popup");
        if (!popup) throw new Error("The popup was blocked.");
        onTestFinished(() => popup.close());
        return popup;
      },
    ],
  ] as const)("ignores messages that are forged by %s", async ([, source]) => {
    vi.spyOn(console, "warn").mockReturnValue();
    const messages = startGuard(await addFrame());
    const forger = await source();
    for (const message of [success("test::gmail::attacker"), failure, exit]) {
      postFrom(forger, message);
    }
    await untilDelivered();
    expect(messages).toEqual([]);
  });

  test("ignores a frame of AuthKit's own origin that is not the kit's", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const authKit = inject("authKitOrigin");
    const heard = vi.fn();
    window.addEventListener("message", heard, { capture: true });
    onTestFinished(() => window.removeEventListener("message", heard, { capture: true }));
    const messages = startGuard(await addFrame(), authKit);
    // The emulator's forger posts to its grandparent, so it stands in a frame of ours.
    const between = await addFrame();
    const forger = document.createElement("iframe");
    forger.src = `${authKit}/authkit/forger`;
    windowOf(between).document.body.append(forger);
    await waitUntil(() => heard.mock.calls.length > 0);
    expect(heard.mock.calls[0]?.[0].origin).toBe(authKit);
    expect(messages).toEqual([]);
  });

  test("ignores the watched frame once it has gone to another origin", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const frame = await addFrame();
    const messages = startGuard(frame, "https://authkit.picaos.com");
    postFrom(windowOf(frame), success("test::gmail::attacker"));
    await untilDelivered();
    expect(messages).toEqual([]);
  });

  test("ignores an event that a script makes up with the frame's window in it", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const frame = await addFrame();
    const messages = startGuard(frame);
    const { origin } = location;
    window.dispatchEvent(
      new MessageEvent("message", { data: exit, origin, source: frame.contentWindow }),
    );
    await untilDelivered();
    expect(messages).toEqual([]);
  });
});

describe("the guard", () => {
  test("keeps messages from AuthKit's own handler, whichever way the engine orders listeners", async () => {
    const callbacks = { onSuccess: vi.fn(), onError: vi.fn(), onClose: vi.fn() };
    const authKit = useAuthKit({
      token: { url: `${location.origin}/token` },
      baseUrl: location.origin,
      ...callbacks,
    });
    const messages: AuthKitMessage[] = [];
    const guard = startMessageGuard({
      messageTypes,
      origins: new Set([location.origin]),
      onMessage: (message) => messages.push(message),
    });
    const parent = document.createElement("div");
    document.body.append(parent);
    const frame = mountFrame({ open: authKit.open, parent, title: "AuthKit", allow: "" });
    onTestFinished(() => {
      guard.stop();
      unmountFrame(frame, authKit.close);
      parent.remove();
    });
    guard.watch(frame);
    // Upstream listens only while its frame shows.
    await waitUntil(() => frame.style.display === "block");
    for (const message of [success("test::gmail::a"), failure, exit]) {
      postFrom(windowOf(frame), message);
    }
    await untilDelivered();
    expect(messages).toHaveLength(3);
    expect(callbacks.onSuccess).not.toHaveBeenCalled();
    expect(callbacks.onError).not.toHaveBeenCalled();
    expect(callbacks.onClose).not.toHaveBeenCalled();
  });

  test("leaves the page's other messages alone", async () => {
    const heard: unknown[] = [];
    startGuard(await addFrame());
    const listener = ({ data }: MessageEvent) => heard.push(data);
    window.addEventListener("message", listener);
    onTestFinished(() => window.removeEventListener("message", listener));
    const foreign = [{ hello: 1 }, "text", null, { messageType: "OTHER" }, { messageType: 1 }];
    for (const message of foreign) window.postMessage(message, "*");
    await untilDelivered();
    expect(heard.filter((data) => data !== "last")).toEqual(foreign);
  });

  test("leaves no listener behind when it is stopped", async () => {
    const heard = vi.fn();
    startMessageGuard({ messageTypes, origins: new Set(), onMessage: vi.fn() }).stop();
    window.addEventListener("message", heard);
    onTestFinished(() => window.removeEventListener("message", heard));
    window.postMessage(exit, "*");
    await untilDelivered();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

test("the guard listens in the window that the frame stands in, and in the page's own", async () => {
  const place = await addFrame();
  const view = windowOf(place);
  const heard: string[] = [];
  const received: AuthKitMessage[] = [];
  const guard = startMessageGuard({
    messageTypes,
    origins: new Set([location.origin]),
    onMessage: (message) => received.push(message),
    view,
  });
  onTestFinished(guard.stop);
  const inner = view.document.createElement("iframe");
  view.document.body.append(inner);
  guard.watch(inner);
  const isDone = new Promise<void>((resolve) => {
    view.addEventListener("message", ({ data }) => {
      if (data === "last") resolve();
      else heard.push("the frame's window");
    });
  });
  window.addEventListener("message", () => heard.push("the page's window"), { once: true });
  postFrom(window, exit);
  postTo(view, window, exit);
  postTo(view, windowOf(inner), success("key"));
  postTo(view, windowOf(inner), "last");
  await isDone;
  await untilDelivered();
  expect(received).toEqual([{ type: "success", key: "key" }]);
  // The last message of `untilDelivered` itself.
  expect(heard).toEqual(["the page's window"]);
});
