import type { IdentityType } from "@authkit-ui/contract";
import { type ConnectScope, connectKeys } from "./query-keys.ts";

/** The line to this viewer's other tabs. */
export interface TabChannel {
  /** The connections of this type have changed. */
  tell: (identityType: IdentityType) => void;
  close: () => void;
}

/** Opens the line; only that something changed travels on it, never what. */
export function openTabChannel(
  scope: ConnectScope,
  onChange: (identityType: IdentityType) => void,
): TabChannel {
  // Jest's jsdom has none.
  const channel =
    typeof BroadcastChannel === "undefined"
      ? null
      : new BroadcastChannel(JSON.stringify(connectKeys.all(scope)));
  channel?.addEventListener("message", ({ data }) => onChange(data));
  return {
    tell: (identityType) => channel?.postMessage(identityType),
    close: () => channel?.close(),
  };
}
