import type { Connection, IdentityType } from "@authkit-ui/contract";
import { asConnectError, type ConnectError } from "../api/connect-error.ts";
import { createSessionApi } from "../api/session-api.ts";
import type { ConnectStore } from "../provider/connect-store.ts";
import { connectionsKey } from "./connections-query.ts";
import { findConnection, unknownConnection } from "./find-connection.ts";
import { updateConnectionsCache } from "./update-connections-cache.ts";

/** How a change to a connection ended; never a rejection. */
export type ActionResult = { ok: true } | { ok: false; error: ConnectError };

/** How the connections of one identity type are changed. */
export interface ConnectionActions {
  disconnect: (id: string) => Promise<ActionResult>;
  rename: (id: string, name: string) => Promise<ActionResult>;
}

/** Lists show each change at once, and the server's word afterwards. */
export function createConnectionActions(
  store: ConnectStore,
  identityType: IdentityType,
): ConnectionActions {
  const { queryClient, pending, emit } = store;
  const client = createSessionApi(store.client);
  const queryKey = connectionsKey(store.scope, identityType);

  const find = (id: string) => findConnection(store, identityType, id);

  const update = (run: (connections: Connection[]) => Connection[]) =>
    updateConnectionsCache(queryClient, queryKey, run);

  const replace = (id: string, part: Partial<Connection>) =>
    update((connections) =>
      connections.map((connection) =>
        connection.id === id ? { ...connection, ...part } : connection,
      ),
    );

  return {
    async disconnect(id) {
      const connection = find(id);
      if (!connection) return { ok: false, error: unknownConnection(id) };
      const { platform, state } = connection;
      emit({ name: "disconnect_confirmed", platform, state });
      pending.set(id, null);
      update((connections) => connections.filter((other) => other.id !== id));
      try {
        await client.deleteConnection(id);
        emit({ name: "disconnect_succeeded", platform });
        return { ok: true };
      } catch (thrown) {
        const error = asConnectError(thrown);
        update((connections) => [...connections.filter((other) => other.id !== id), connection]);
        emit({ name: "disconnect_failed", platform, code: error.code });
        return { ok: false, error };
      } finally {
        pending.delete(id);
        store.refreshConnections(identityType);
      }
    },

    async rename(id, name) {
      const connection = find(id);
      if (!connection) return { ok: false, error: unknownConnection(id) };
      const wanted = name.trim();
      const change = { name: wanted === "" ? null : wanted };
      pending.set(id, change);
      replace(id, change);
      try {
        const renamed = await client.renameConnection(id, { name: wanted });
        replace(id, renamed);
        emit({ name: "connection_renamed", platform: connection.platform });
        return { ok: true };
      } catch (error) {
        replace(id, { name: connection.name });
        return { ok: false, error: asConnectError(error) };
      } finally {
        // What was changed again meanwhile is still in flight.
        if (pending.get(id) === change) pending.delete(id);
        store.refreshConnections(identityType);
      }
    },
  };
}
