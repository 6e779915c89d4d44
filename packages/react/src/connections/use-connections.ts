"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";

/** Options of {@link useConnections}. */
export interface UseConnectionsOptions {
  /** Only this platform's connections. */
  platform?: string;
  /** Whose connections. @default the provider's */
  identityType?: IdentityType;
}

/** How a change to a connection ended; never a rejection. */
export type ConnectionChange = { ok: true } | { ok: false; error: ConnectError };

/** What {@link useConnections} returns. A callback is `null` while there is nothing to act on. */
export interface UseConnectionsResult {
  /** `ready` as soon as there is data, also while it is refreshed or could not be. */
  status: "loading" | "error" | "ready";
  /** Needs-attention first, then newest first. Empty until `ready`. */
  connections: Connection[];
  /** Those in the state `failed` or `gone`. */
  needsAttention: Connection[];
  /** Last known truth: Pica, or our server, could not be asked just now. */
  isStale: boolean;
  /** Opens a connect session that renews the connection. */
  reconnect: ((id: string) => Promise<ConnectOutcome>) | null;
  /** Removes the connection at once from every list, and puts it back when the server refuses. */
  disconnect: ((id: string) => Promise<ConnectionChange>) | null;
  /** Changes the name at once, and back when the server refuses. An empty name removes it. */
  rename: ((id: string, name: string) => Promise<ConnectionChange>) | null;
  /** Asks again, now. */
  refresh: () => Promise<void>;
  isRefreshing: boolean;
  /** The last read's failure, also while older data is shown. */
  error: ConnectError | null;
}

/** The viewer's connected accounts. */
export function useConnections(_options: UseConnectionsOptions = {}): UseConnectionsResult {
  throw new Error("useConnections is being written.");
}
