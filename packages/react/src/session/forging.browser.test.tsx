import { afterEach, beforeEach, expect, inject, onTestFinished, test, vi } from "vitest";
import { commands } from "vitest/browser";
import { authKitPosts } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { OneProduct, Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";

const generations = {
  Pica: { Host: Product, origin: inject("authKitOrigin") },
  One: { Host: OneProduct, origin: inject("oneOrigin") },
};
const forged = [
  { messageType: "LINK_SUCCESS", message: { key: "test::gmail::default::attacker" } },
  { messageType: "LINK_ERROR", message: "Forged" },
  { messageType: "EXIT_EVENT_LINK" },
];

beforeEach(async () => {
  signIn();
  vi.spyOn(console, "warn").mockReturnValue();
  await commands.routeLog();
});
afterEach(() => vi.restoreAllMocks());

const pressed = (selector: string) =>
  waitUntil(() => document.querySelector<HTMLElement>(selector)).then((found) => found.click());

function addFrame(): Promise<Window> {
  const frame = document.createElement("iframe");
  const isLoaded = new Promise<Window>((resolve) => {
    frame.addEventListener("load", () => resolve(frame.contentWindow ?? window), { once: true });
  });
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  return isLoaded;
}

function openPopup(): Window {
  const popup = window.open("about:blank", "", "popup");
  if (!popup) throw new Error("The popup was blocked.");
  onTestFinished(() => popup.close());
  return popup;
}

/** Posts all three, as the code of that window. */
function forge(source: Window) {
  const realm = source as Window & typeof globalThis;
  const post = new realm.Function("target", "message", "target.postMessage(message, '*')");
  for (const message of forged) post(window, message);
}

/** The origins that messages have come from so far. */
const heard: string[] = [];
function hear({ origin }: MessageEvent) {
  heard.push(origin);
}

const forgers: Record<string, (authKitOrigin: string) => Promise<void> | void> = {
  "the host's own window": () => forge(window),
  "the window around it": () => forge(window.parent),
  "a sibling frame": async () => forge(await addFrame()),
  "a popup": () => forge(openPopup()),
  "a frame of AuthKit's origin that is not the kit's": async (authKitOrigin) => {
    const between = await addFrame();
    const frame = between.document.createElement("iframe");
    // It posts a success to its grandparent, i.e. to this page, before it has loaded.
    frame.src = `${authKitOrigin}/authkit/forger`;
    heard.length = 0;
    between.document.body.append(frame);
    await waitUntil(() => heard.includes(authKitOrigin));
  },
};

test.for(Object.entries(generations))(
  "messages that other windows and frames forge do nothing, on %s",
  async ([, { Host, origin }]) => {
    const callbacks = { onConnected: vi.fn(), onError: vi.fn(), onClose: vi.fn() };
    render(
      <Host>
        <Button {...callbacks} />
      </Host>,
    );
    // Before the kit's own listener, which lets none of them pass.
    window.addEventListener("message", hear, { capture: true });
    onTestFinished(() => window.removeEventListener("message", hear, { capture: true }));
    await pressed("button");
    const dialog = await waitUntil(() => document.querySelector("dialog[data-phase=open]"));
    for (const [who, act] of Object.entries(forgers)) {
      await act(origin);
      expect(dialog.isConnected, who).toBe(true);
      expect(dialog.querySelector("[role=alert]"), who).toBeNull();
    }
    // What AuthKit's own page says afterwards is heard, so what came before it has been judged.
    await authKitPosts({ messageType: "LINK_ERROR", message: "Genuine" });
    const alert = await waitUntil(() => dialog.querySelector("[role=alert]"));
    expect(alert.textContent).toContain("Genuine");
    expect(callbacks.onConnected).not.toHaveBeenCalled();
    expect(callbacks.onError).not.toHaveBeenCalled();
    expect(callbacks.onClose).not.toHaveBeenCalled();
    const calls = await commands.routeLog();
    expect(calls.filter((call) => /^POST .*\/connections$/.test(call))).toEqual([]);
  },
);
