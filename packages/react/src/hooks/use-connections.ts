"use client";

import type { Connection, ConnectionAccess, IdentityType } from "@authkit-ui/contract";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { asConnectError, type ConnectError } from "../api/connect-error.ts";
import { disconnectMutation, updateMutation } from "../data/connection-mutations.ts";
import { findConnection } from "../data/find-connection.ts";
import { connectKeys } from "../data/query-keys.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { type ConnectOutcome, failureOf } from "../session/connect-outcome.ts";
import { useConnectionsQuery } from "./use-connections-query.ts";

/** How a change of a connection ended; a change never rejects. */
export type ActionResult = { ok: true } | { ok: false; error: ConnectError };

/** Options of {@link useConnections}. */
export interface UseConnectionsOptions {
  /** Restricts the list to the connections of one platform. */
  platform?: string | undefined;
  /**
   * Whose connections.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
}

/** What {@link useConnections} returns. A callback is `null` until the list is read. */
export interface UseConnectionsResult {
  /** `success` once there is data, even if a later refresh fails. */
  status: "pending" | "error" | "success";
  /**
   * Accounts that need attention come first, the others by platform, the oldest first. Empty until
   * `success`.
   */
  connections: Connection[];
  /** Those in the state `failed` or `gone`. */
  attentionConnections: Connection[];
  /** The last read failed, or the server could not ask Pica: the list may be out of date. */
  isOutdated: boolean;
  /** When the list was last up to date, in milliseconds since 1970; `null` when that is not known. */
  updatedAt: number | null;
  /**
   * Opens a connect session that reconnects the connection. Never rejects; the outcome of an unknown id
   * is `not_found`.
   */
  reconnect: ((id: string) => Promise<ConnectOutcome>) | null;
  /** Removes the connection at once from every list, and puts it back when the server refuses. */
  disconnect: ((id: string) => Promise<ActionResult>) | null;
  /** Changes the name at once, and back when the server refuses. An empty name removes it. */
  rename: ((id: string, name: string) => Promise<ActionResult>) | null;
  /**
   * Changes at once what the product may use the account for, and back when the server refuses. It is
   * refused where the connection has no `access`, or `can.setAccess` says no.
   */
  setAccess: ((id: string, access: ConnectionAccess) => Promise<ActionResult>) | null;
  /** Asks again, now, past every cache. Never rejects. */
  refresh: () => Promise<void>;
  /** Whether a read is running, the first one included. */
  isFetching: boolean;
  /** Why the last read failed, even if older data is shown. */
  error: ConnectError | null;
}

const noActions = { reconnect: null, disconnect: null, rename: null, setAccess: null };

/** Runs a change, and answers with its error instead of throwing it. */
export async function toResult(change: () => Promise<unknown>): Promise<ActionResult> {
  try {
    await change();
    return { ok: true };
  } catch (error) {
    return { ok: false, error: asConnectError(error) };
  }
}

/** The changes that a viewer can make to their connections of one identity type. */
export function useConnectionActions(identityType: IdentityType) {
  const { store } = useConnectContext();
  const { queryClient, keyParams } = store;
  const deps = { ...store, identityType };
  const { mutateAsync: disconnect } = useMutation(disconnectMutation(deps), queryClient);
  const { mutateAsync: update } = useMutation(updateMutation(deps), queryClient);
  return useMemo(() => {
    /** A second press gets the outcome of the first. */
    const disconnecting = new Map<string, Promise<ActionResult>>();
    const find = (id: string) =>
      findConnection(queryClient, connectKeys.connections(keyParams, identityType), id);
    return {
      async reconnect(id: string): Promise<ConnectOutcome> {
        try {
          const { platform } = find(id);
          return await store.connect({ platform, identityType, reconnectId: id }, {});
        } catch (error) {
          const connectError = asConnectError(error);
          return { type: failureOf(connectError), error: connectError };
        }
      },
      disconnect(id: string): Promise<ActionResult> {
        const running =
          disconnecting.get(id) ??
          toResult(async () => disconnect(find(id))).finally(() => disconnecting.delete(id));
        disconnecting.set(id, running);
        return running;
      },
      rename: (id: string, name: string) =>
        toResult(async () =>
          update({ connection: find(id), change: { name: name.trim() || null } }),
        ),
      setAccess: (id: string, access: ConnectionAccess) =>
        toResult(async () => update({ connection: find(id), change: { access } })),
    };
  }, [store, queryClient, keyParams, identityType, disconnect, update]);
}

/**
 * Returns the viewer's connected accounts, and what can be done with them. Components that use the
 * hook share one request.
 *
 * @example
 * const { connections, disconnect } = useConnections({ platform: "gmail" });
 */
export function useConnections(options: UseConnectionsOptions = {}): UseConnectionsResult {
  const context = useConnectContext();
  const { store } = context;
  const { platform, identityType = context.identityType } = options;
  const { isServerStale, dataUpdatedAt, ...query } = useConnectionsQuery(identityType, platform);
  const actions = useConnectionActions(identityType);
  const refresh = useCallback(async () => {
    await store.refetchConnections(identityType).catch(() => {});
  }, [store, identityType]);

  const isReady = query.status === "success";
  return {
    ...query,
    isOutdated: isReady && (isServerStale || query.error !== null),
    updatedAt: isReady && !isServerStale ? dataUpdatedAt : null,
    ...(isReady ? actions : noActions),
    refresh,
  };
}
