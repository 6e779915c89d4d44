"use client";

import { ownerWindow } from "../../ui/active-element.ts";
import type { ConnectSession, FrameOptions } from "../connect-session.ts";
import type { ProviderRedirect } from "../message-guard.ts";
import { placeFrame, toAscii } from "../mount-frame.ts";
import type { AuthKitDriver, AuthKitPageOptions } from "./authkit-adapter.ts";
import { canSaveRedirect, clearRedirect, saveRedirect } from "./one-redirect.ts";

export { ConnectSessionView } from "../connect-session-view.tsx";

/** What the kit tells One's page: in its address, and in a message once it has loaded. */
function payloadOf(options: AuthKitPageOptions, frame: FrameOptions | null, canRedirect: boolean) {
  return {
    linkTokenEndpoint: options.token.url,
    linkHeaders: options.token.headers,
    title: options.title,
    imageUrl: options.imageUrl,
    companyName: options.companyName,
    selectedConnection: options.selectedConnection,
    showNameInput: options.showNameInput,
    appTheme: options.appTheme,
    /** Whether One's page may redirect the whole window instead of opening a popup. */
    capabilities: { oauthRedirect: canRedirect },
    /** The sign-in that the page has returned from. One's page reports its result. */
    checkState: frame?.checkState,
  };
}

/** Whether the page can redirect to a provider, and continue when it returns. */
function canRedirectFrom(parent: HTMLElement, authWindow: FrameOptions["authWindow"]): boolean {
  // Phones and in-app browsers often prevent pages from opening or closing windows.
  const isWanted = authWindow
    ? authWindow === "same"
    : window.matchMedia?.("(pointer: coarse)").matches === true;
  // Providers refuse to load in frames, and a page in another window would not return to this one.
  const isWholePage = window.top === window && ownerWindow(parent) === window;
  return isWanted && isWholePage && canSaveRedirect();
}

/**
 * Redirects the page to the provider. OAuth's `state` carries the page's address for One's
 * callback, and `v3` asks for that address unchanged.
 */
function redirectToProvider(session: ConnectSession, { url, state }: ProviderRedirect): boolean {
  const address = location.href;
  const serverSession = session.prepareRedirect();
  if (!serverSession) return false;
  if (!saveRedirect({ ...serverSession, checkState: state, address }, session)) return false;
  const encoded = btoa(address).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const provider = new URL(url);
  provider.searchParams.set("state", `${state}~${encoded}~v3`);
  // The session ended while the provider's page loaded, or the person went back.
  void session.outcome.then(clearRedirect);
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) session.end({ type: "cancelled" });
  };
  window.addEventListener("pageshow", onShow, { once: true });
  location.assign(provider);
  return true;
}

/**
 * Opens One's page in a frame of the kit's own, without a package and without changing the page's
 * globals.
 */
export const authKit: AuthKitDriver = {
  name: "One's page",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK", "OAUTH_REDIRECT"]),
  useOpenFrame: (options, session) => (placement) => {
    const frame = session.frameOptions();
    const canRedirect = canRedirectFrom(placement.parent, frame?.authWindow);
    const payload = payloadOf(options, frame, canRedirect);
    const element = placement.parent.ownerDocument.createElement("iframe");
    Object.assign(element.style, { border: "0", inset: "0", position: "absolute" });
    Object.assign(element.style, { blockSize: "100%", inlineSize: "100%" });
    element.addEventListener("load", () => {
      element.contentWindow?.postMessage(payload, new URL(options.baseUrl).origin);
    });
    const data = btoa(toAscii(JSON.stringify(payload)));
    element.src = `${options.baseUrl}?${new URLSearchParams({ data })}`;
    placeFrame(element, placement);
    return {
      element,
      remove: () => element.remove(),
      redirectToProvider: canRedirect
        ? (redirect) => redirectToProvider(session, redirect)
        : undefined,
    };
  },
};
