"use client";

// It calls no hook of React's and keeps nothing between renders.
import { useOneAuth as oneAuth } from "@withone/auth";
import { withPatchedGlobal } from "../with-patched-global.ts";
import type { AuthKitPackage } from "./authkit-adapter.ts";

export { ConnectSessionView } from "../connect-session-view.tsx";

/** Finds no parameter in any address. */
class EmptySearchParams extends URLSearchParams {
  constructor(_address?: unknown) {
    super();
  }
}

/**
 * At every call the package looks for `?one_auth_state=` in the page's address and opens a second,
 * unguarded frame for it, which any link can bring about. In popup mode no address comes back with
 * that parameter, so the package is kept from finding it.
 */
const useAuthKit: AuthKitPackage["useAuthKit"] = (options) =>
  withPatchedGlobal(window, "URLSearchParams", EmptySearchParams, () =>
    // It takes an `undefined` for an option that is left out; its types do not say so.
    oneAuth({ ...options, authWindow: "popup" } as Parameters<typeof oneAuth>[0]),
  );

/** One's AuthKit, `@withone/auth` 1.1.4 (`src/useEventLink.tsx`, `src/window`). */
export const authKit: AuthKitPackage = {
  name: "@withone/auth 1.1.4",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK", "OAUTH_REDIRECT"]),
  useAuthKit,
};
