"use client";

// No hook of React's: it keeps nothing between renders.
import { useOneAuth as oneAuth } from "@withone/auth";
import type { AuthKitGeneration } from "./authkit-generation.ts";
import { courseOf } from "./session-course.ts";
import { withReplaced } from "./with-replaced.ts";

/** Reads no parameter out of any address. */
class NoParameters extends URLSearchParams {
  constructor(_address?: unknown) {
    super();
  }
}

/**
 * Whenever it is called, the package looks for `?one_auth_state=` in the page's address and opens
 * a second frame for it, which any link can bring about, and which nobody guards. In popup mode no
 * address comes back with that parameter, so it is kept from looking.
 */
const useAuthKit: AuthKitGeneration["useAuthKit"] = (options) =>
  withReplaced(window, "URLSearchParams", NoParameters, () =>
    oneAuth({ ...options, authWindow: "popup" }),
  );

/** A session in One's AuthKit, `@withone/auth` 1.1.4 (`src/useEventLink.tsx`, `src/window`). */
export const startCourse = courseOf({
  packageName: "@withone/auth 1.1.4",
  defaultBaseUrl: "https://auth.withone.ai",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK", "OAUTH_REDIRECT"]),
  useAuthKit,
});
