"use client";

import { useAuthKit } from "@picahq/authkit";
import { mountFrame, unmountFrame } from "../mount-frame.ts";
import type { AuthKitDriver } from "./authkit-adapter.ts";

export { ConnectSessionView } from "../connect-session-view.tsx";

/** Pica's AuthKit, `@picahq/authkit` 1.0.10 (`src/useEventLink.tsx`, `src/window`). */
export const authKit: AuthKitDriver = {
  name: "@picahq/authkit 1.0.10",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK"]),
  useOpenFrame(options) {
    // AuthKit accepts `undefined` for a missing option, although its types do not say so.
    const { open, close } = useAuthKit(options as Parameters<typeof useAuthKit>[0]);
    return (placement) => {
      const element = mountFrame({ ...placement, open });
      return { element, remove: () => unmountFrame(element, close) };
    };
  },
};
