"use client";

// No hook of React's: it keeps nothing between renders.
import { useOneAuth as oneAuth } from "@withone/auth";
import { connectFlowWith } from "../connect-flow.ts";
import { withPatchedGlobal } from "../with-patched-global.ts";
import type { AuthKitAdapter } from "./authkit-adapter.ts";

/** Reads no parameter out of any address. */
class EmptySearchParams extends URLSearchParams {
  constructor(_address?: unknown) {
    super();
  }
}

/**
 * Whenever it is called, the package looks for `?one_auth_state=` in the page's address and opens
 * a second frame for it, which any link can bring about, and which nobody guards. In popup mode no
 * address comes back with that parameter, so it is kept from looking.
 */
const useAuthKit: AuthKitAdapter["useAuthKit"] = (options) =>
  withPatchedGlobal(window, "URLSearchParams", EmptySearchParams, () =>
    oneAuth({ ...options, authWindow: "popup" }),
  );

/** A session in One's AuthKit, `@withone/auth` 1.1.4 (`src/useEventLink.tsx`, `src/window`). */
export const startConnectFlow = connectFlowWith({
  packageName: "@withone/auth 1.1.4",
  defaultBaseUrl: "https://auth.withone.ai",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK", "OAUTH_REDIRECT"]),
  useAuthKit,
});
