"use client";

import { ownerWindow } from "../../ui/active-element.ts";
import type { ConnectSession, FrameOptions } from "../connect-session.ts";
import type { ProviderRedirect } from "../message-guard.ts";
import { canKeepReturn, forgetReturn, keepReturn } from "../one-return.ts";
import { placeFrame, toAscii } from "../prepare-frame.ts";
import type { AuthKitPackage, AuthKitPageOptions } from "./authkit-adapter.ts";

export { ConnectSessionView } from "../connect-session-view.tsx";

/** What One's page is told: in its address, and again by a message once it has loaded. */
function payloadOf(options: AuthKitPageOptions, frame: FrameOptions | null, canLeave: boolean) {
  return {
    linkTokenEndpoint: options.token.url,
    linkHeaders: options.token.headers,
    title: options.title,
    imageUrl: options.imageUrl,
    companyName: options.companyName,
    selectedConnection: options.selectedConnection,
    showNameInput: options.showNameInput,
    appTheme: options.appTheme,
    /** Whether the page may ask for the whole window instead of opening one. */
    capabilities: { oauthRedirect: canLeave },
    /** The sign-in that the page has come back from: One's page reports how that ended. */
    checkState: frame?.checkState,
  };
}

/** Whether the page around the frame can go to a provider, and go on when it is back. */
function canLeaveFrom(host: HTMLElement, authWindow: FrameOptions["authWindow"]): boolean {
  // Phones and in-app browsers often keep a page from opening windows, or from closing them.
  const isWanted = authWindow
    ? authWindow === "same"
    : window.matchMedia?.("(pointer: coarse)").matches === true;
  // A provider refuses to be framed, and a page in another window would not come back to this one.
  const isWholePage = window.top === window && ownerWindow(host) === window;
  return isWanted && isWholePage && canKeepReturn();
}

/**
 * Sends the whole page to the provider. The page's address travels in OAuth's `state`, where One's
 * callback finds it: `v3` says that the address is to come back as it was.
 */
function leave(session: ConnectSession, { url, state }: ProviderRedirect): boolean {
  const address = location.href;
  const left = session.leave();
  if (!left || !keepReturn({ ...left, checkState: state, address }, session)) return false;
  const encoded = btoa(address).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const provider = new URL(url);
  provider.searchParams.set("state", `${state}~${encoded}~v3`);
  // Closed while the provider's page still loads, or restored because the person went back.
  void session.outcome.then(forgetReturn);
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) session.end({ type: "cancelled" });
  };
  window.addEventListener("pageshow", onShow, { once: true });
  location.assign(provider);
  return true;
}

/** One's page in a frame of the kit's own: no package, and nothing of the page's is replaced. */
export const authKit: AuthKitPackage = {
  name: "One's page",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK", "OAUTH_REDIRECT"]),
  useOpenFrame: (options, session) => (place) => {
    const frame = session.frameOptions();
    const canLeave = canLeaveFrom(place.host, frame?.authWindow);
    const payload = payloadOf(options, frame, canLeave);
    const element = place.host.ownerDocument.createElement("iframe");
    Object.assign(element.style, { border: "0", inset: "0", position: "absolute" });
    Object.assign(element.style, { blockSize: "100%", inlineSize: "100%" });
    element.addEventListener("load", () => {
      element.contentWindow?.postMessage(payload, new URL(options.baseUrl).origin);
    });
    const data = btoa(toAscii(JSON.stringify(payload)));
    element.src = `${options.baseUrl}?${new URLSearchParams({ data })}`;
    placeFrame(element, place);
    return {
      element,
      remove: () => element.remove(),
      leave: canLeave ? (redirect) => leave(session, redirect) : undefined,
    };
  },
};
