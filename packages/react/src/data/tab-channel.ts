import type { IdentityType } from "@authkit-ui/contract";
import { type ConnectScope, connectKeys } from "./query-keys.ts";

/** A channel to this viewer's other tabs. */
export interface TabChannel {
  /** Tells the other tabs that the connections of this type have changed. */
  post: (identityType: IdentityType) => void;
  close: () => void;
}

/** Opens the channel; a message says that something changed, never what. */
export function openTabChannel(
  scope: ConnectScope,
  onChange: (identityType: IdentityType) => void,
): TabChannel {
  // Jest's jsdom has no BroadcastChannel.
  const channel =
    typeof BroadcastChannel === "undefined"
      ? null
      : new BroadcastChannel(JSON.stringify(connectKeys.all(scope)));
  channel?.addEventListener("message", ({ data }) => onChange(data));
  return {
    post: (identityType) => channel?.postMessage(identityType),
    close: () => channel?.close(),
  };
}
