import type { IdentityType } from "@authkit-ui/contract";
import { type ConnectKeyParams, connectKeys } from "./query-keys.ts";

/** A channel to this viewer's other tabs. */
export interface TabBroadcast {
  /** Tells the other tabs that the connections of this type have changed. */
  post: (identityType: IdentityType) => void;
  close: () => void;
}

/** Opens the channel; a message says that something changed, never what. */
export function openTabBroadcast(
  keyParams: ConnectKeyParams,
  onChange: (identityType: IdentityType) => void,
): TabBroadcast {
  const channel = createChannel(JSON.stringify(connectKeys.all(keyParams)));
  channel?.addEventListener("message", ({ data }) => onChange(data));
  return {
    post: (identityType) => channel?.postMessage(identityType),
    close: () => channel?.close(),
  };
}

/** `null` in Jest's jsdom, which has no channels, and in Firefox with blocked cookies. */
function createChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
