/** The provider's page to which One's page asks to redirect. */
export interface ProviderRedirect {
  /**
   * An absolute `https:` address. `http:` is only accepted on a loopback host, if AuthKit's page
   * uses it too.
   */
  url: string;
  /** OAuth's `state`, as One created it. */
  state: string;
}

/** What AuthKit's page reports, after it was checked. */
export type AuthKitMessage =
  | { type: "success"; key: string }
  | { type: "error"; reason: string | null }
  | { type: "exit" }
  | ({ type: "redirect" } & ProviderRedirect);

/** What the guard believes, and whom it tells. */
export interface MessageGuardOptions {
  /** Origins whose messages are believed. */
  origins: ReadonlySet<string>;
  /** Types of the messages to take off the page; every other one passes. */
  messageTypes: ReadonlySet<string>;
  onMessage: (message: AuthKitMessage) => void;
  /** The window that the frame stands in, to which it posts its messages. @default this one */
  view?: Window | undefined;
}

/** A running message guard. */
export interface MessageGuard {
  /** From now on this frame's window is believed, and no other. */
  watch: (frame: HTMLIFrameElement) => void;
  stop: () => void;
}

const longestKey = 1_024;
const longestReason = 300;
const longestState = 2_048;

/**
 * Stands before AuthKit's own listener, which believes any window: takes its messages off
 * the page and passes on those that came from the watched frame, from an expected origin, in the
 * right shape, and each connection key once. Every other message passes untouched.
 *
 * Must be started right before AuthKit's `open()`: Chromium runs the listeners of `window` in order
 * of registration, whether they capture or not, other engines run capturing ones first.
 */
export function startMessageGuard(options: MessageGuardOptions): MessageGuard {
  const { origins, messageTypes, onMessage, view = window } = options;
  // AuthKit's own listener is on this page's window, wherever the frame is.
  const views = new Set([window, view]);
  let watched: HTMLIFrameElement | null = null;
  const keys = new Set<string>();

  function listener(event: MessageEvent) {
    const type = messageTypeOf(event.data);
    if (type === null || !messageTypes.has(type)) return;
    event.stopImmediatePropagation();
    const isGenuine =
      event.isTrusted &&
      watched !== null &&
      event.source !== null &&
      event.source === watched.contentWindow &&
      origins.has(event.origin);
    const message = isGenuine ? readMessage(type, event.data, event.origin) : null;
    if (message === null) {
      warn(type, event.origin);
      return;
    }
    if (message.type === "success") {
      if (keys.has(message.key)) return;
      keys.add(message.key);
    }
    // After the event: whatever follows must not run inside the page's dispatch.
    queueMicrotask(() => onMessage(message));
  }

  for (const each of views) each.addEventListener("message", listener, { capture: true });
  return {
    watch: (frame) => {
      watched = frame;
    },
    stop: () => {
      watched = null;
      for (const each of views) each.removeEventListener("message", listener, { capture: true });
    },
  };
}

function messageTypeOf(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("messageType" in data)) return null;
  const { messageType } = data;
  return typeof messageType === "string" ? messageType : null;
}

function readMessage(
  type: string,
  data: { message?: unknown; url?: unknown; state?: unknown },
  origin: string,
): AuthKitMessage | null {
  const body = data.message;
  if (type === "EXIT_EVENT_LINK") return { type: "exit" };
  if (type === "LINK_ERROR") {
    const reason = typeof body === "string" ? body.trim().slice(0, longestReason) : "";
    return { type: "error", reason: reason === "" ? null : reason };
  }
  if (type === "OAUTH_REDIRECT") {
    const { url, state } = data;
    const isState = typeof state === "string" && state !== "" && state.length <= longestState;
    // The person is waiting for the provider's page, and the dialog says that it failed.
    if (!isState || typeof url !== "string" || !isSafeAddress(url, origin)) {
      return { type: "error", reason: null };
    }
    return { type: "redirect", url, state };
  }
  if (type !== "LINK_SUCCESS" || typeof body !== "object" || body === null || !("key" in body)) {
    return null;
  }
  const { key } = body;
  const isKey = typeof key === "string" && key !== "" && key.length <= longestKey;
  return isKey ? { type: "success", key } : null;
}

function isSafeAddress(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return false;
  return ["https:", new URL(origin).protocol].includes(new URL(address).protocol);
}

const warned = new Set<string>();

function warn(type: string, origin: string) {
  if (warned.has(origin) || process.env.NODE_ENV === "production") return;
  warned.add(origin);
  console.warn(
    `authkit-ui: a ${type} message from ${origin || "an unknown origin"} was ignored: it is not ` +
      "from the AuthKit frame that is open, or not in its shape. If AuthKit's page has moved, add " +
      "its origin to authKit.origins of ConnectProvider.",
  );
}
