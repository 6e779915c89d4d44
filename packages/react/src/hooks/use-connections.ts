"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useCallback, useMemo } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { loadChunk } from "../api/load-chunk.ts";
import type { ActionResult, ConnectionActions } from "../data/connection-actions.ts";
import { connectionsQuery } from "../data/connections-query.ts";
import { findConnection, unknownConnection } from "../data/find-connection.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { lazyModule } from "../ui/lazy-module.ts";
import { usePreloadModule } from "../ui/use-preload-module.ts";
import { useConnectionsQuery } from "./use-connections-query.ts";

/** Options of {@link useConnections}. */
export interface UseConnectionsOptions {
  /** Only this platform's connections. */
  platform?: string;
  /** Whose connections. @default the provider's */
  identityType?: IdentityType;
}

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
  /** When what is shown was true, in milliseconds since 1970; `null` when that is not known. */
  updatedAt: number | null;
  /** Opens a connect session that renews the connection. Never rejects. */
  reconnect: ((id: string) => Promise<ConnectOutcome>) | null;
  /** Removes the connection at once from every list, and puts it back when the server refuses. */
  disconnect: ((id: string) => Promise<ActionResult>) | null;
  /** Changes the name at once, and back when the server refuses. An empty name removes it. */
  rename: ((id: string, name: string) => Promise<ActionResult>) | null;
  /** Asks again, now, past every cache. Never rejects. */
  refresh: () => Promise<void>;
  isRefreshing: boolean;
  /** The last read's failure, also while older data is shown. */
  error: ConnectError | null;
}

const nothingToActOn = { reconnect: null, disconnect: null, rename: null };
const changes = lazyModule(() => loadChunk(() => import("../data/connection-actions.ts")));

/**
 * The viewer's connected accounts. However many components use it, they are read once.
 *
 * @example
 * const { connections, disconnect } = useConnections({ platform: "gmail" });
 */
export function useConnections(options: UseConnectionsOptions = {}): UseConnectionsResult {
  const context = useConnectContext();
  const { store } = context;
  const { platform, identityType = context.identityType } = options;
  const { isOld, readAt, ...read } = useConnectionsQuery(identityType, platform);
  const actions = useMemo(() => {
    const change = (run: (actions: ConnectionActions) => Promise<ActionResult>) =>
      changes.get().then(
        ({ createConnectionActions }) => run(createConnectionActions(store, identityType)),
        (error: ConnectError): ActionResult => ({ ok: false, error }),
      );
    return {
      async reconnect(id: string): Promise<ConnectOutcome> {
        const platform = findConnection(store, identityType, id)?.platform;
        if (!platform) return { type: "upstream", error: unknownConnection(id) };
        return store.connect({ platform, identityType, reconnects: id }, {});
      },
      disconnect: (id: string) => change((code) => code.disconnect(id)),
      rename: (id: string, name: string) => change((code) => code.rename(id, name)),
    };
  }, [store, identityType]);
  const refresh = useCallback(async () => {
    const { client, scope, queryClient, pending } = store;
    const again = connectionsQuery(client, scope, identityType, { fresh: true, pending });
    await queryClient.fetchQuery(again).catch(() => {});
  }, [store, identityType]);

  usePreloadModule(changes, read.connections.length > 0);
  const isReady = read.status === "ready";
  return {
    ...read,
    isStale: isReady && (isOld || read.error !== null),
    updatedAt: isReady && !isOld ? readAt : null,
    ...(isReady ? actions : nothingToActOn),
    refresh,
  };
}
