/** A message of AuthKit's page, as its frame posts it. */
export interface AuthKitPageMessage {
  messageType: "LINK_SUCCESS" | "LINK_ERROR" | "EXIT_EVENT_LINK";
  message?: unknown;
}

/**
 * Gives the listeners a message as a browser would: the messages of jsdom come from no window and
 * are not trusted, so the kit, rightly, believes none of them.
 */
export function deliverMessage(
  listeners: readonly EventListener[],
  frame: HTMLIFrameElement,
  data: unknown,
) {
  const { origin } = new URL(frame.src);
  const event = new MessageEvent("message", { data, origin, source: frame.contentWindow });
  let isStopped = false;
  const trusted = new Proxy(event, {
    get(target, name) {
      if (name === "isTrusted") return true;
      if (name === "stopImmediatePropagation") return () => (isStopped = true);
      return Reflect.get(target, name);
    },
  });
  for (const listener of listeners) {
    if (isStopped) return;
    listener.call(window, trusted);
  }
}

/**
 * Plays AuthKit's page in every frame that the kit opens: posts `messages()` as soon as the frame
 * is on the page. jsdom loads no frames.
 *
 * @returns Stops it.
 */
export function answerAuthKitFrames(messages: () => readonly AuthKitPageMessage[]): () => void {
  const { addEventListener } = window;
  let added: EventListener[] = [];

  /** The kit, and then AuthKit, begin to listen right before their frame is opened. */
  function answer() {
    const listeners = added;
    added = [];
    const frame = document.querySelector<HTMLIFrameElement>(".ak-connect-frame iframe");
    if (!frame) return;
    for (const message of messages()) deliverMessage(listeners, frame, message);
  }

  function addAndRemember(
    this: unknown,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    addEventListener.call(window, type, listener as EventListener, options);
    if (type !== "message" || typeof listener !== "function") return;
    if (added.push(listener) === 1) queueMicrotask(answer);
  }

  window.addEventListener = addAndRemember;
  return () => {
    if (window.addEventListener === addAndRemember) window.addEventListener = addEventListener;
  };
}
