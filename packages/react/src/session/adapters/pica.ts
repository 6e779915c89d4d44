"use client";

import { useAuthKit } from "@picahq/authkit";
import { connectFlowWith } from "../connect-flow.ts";

/** A session in Pica's AuthKit, `@picahq/authkit` 1.0.10 (`src/useEventLink.tsx`, `src/window`). */
export const startConnectFlow = connectFlowWith({
  packageName: "@picahq/authkit 1.0.10",
  defaultBaseUrl: "https://authkit.picaos.com",
  messageTypes: new Set(["LINK_SUCCESS", "LINK_ERROR", "EXIT_EVENT_LINK"]),
  useAuthKit,
});
