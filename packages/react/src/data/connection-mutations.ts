import type { Connection, IdentityType } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import type { ConnectApi } from "../api/client.ts";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import { mutationDefaults } from "./query-defaults.ts";
import { type ConnectScope, connectKeys } from "./query-keys.ts";
import { updateConnectionsCache } from "./update-connections-cache.ts";

/** What the mutations of one identity type's connections work with. */
export interface ConnectionMutationContext {
  api: Pick<ConnectApi, "deleteConnection" | "renameConnection">;
  queryClient: QueryClient;
  scope: ConnectScope;
  identityType: IdentityType;
  emit: (event: ConnectEvent) => void;
  /** Reads the list again, here and in other tabs. */
  refreshConnections: (identityType: IdentityType) => void;
}

/** Variables of {@link renameMutation}. */
export interface RenameVariables {
  connection: Connection;
  /** The new name; `null` removes it. */
  name: string | null;
}

const disconnectKey = (queryKey: readonly unknown[]) => [...queryKey, "disconnect"] as const;
const renameKey = (queryKey: readonly unknown[]) => [...queryKey, "rename"] as const;

/** Removes a connection from every list at once, and puts it back when the server refuses. */
export function disconnectMutation(context: ConnectionMutationContext) {
  const { api, queryClient, scope, identityType, emit } = context;
  const queryKey = connectKeys.connections(scope, identityType);
  const remove = (connections: Connection[], { id }: Connection) =>
    connections.filter((other) => other.id !== id);
  return {
    ...mutationDefaults,
    mutationKey: disconnectKey(queryKey),
    mutationFn: ({ id }: Connection): Promise<void> => api.deleteConnection(id),
    onMutate(connection: Connection) {
      emit({
        name: "disconnect_confirmed",
        platform: connection.platform,
        state: connection.state,
      });
      updateConnectionsCache(queryClient, queryKey, (list) => remove(list, connection));
    },
    onSuccess(_result: unknown, { platform }: Connection) {
      emit({ name: "disconnect_succeeded", platform });
    },
    onError({ code }: ConnectError, connection: Connection) {
      updateConnectionsCache(queryClient, queryKey, (list) => [
        ...remove(list, connection),
        connection,
      ]);
      emit({ name: "disconnect_failed", platform: connection.platform, code });
    },
    onSettled: () => context.refreshConnections(identityType),
  };
}

/** Changes a connection's name at once, and back when the server refuses. */
export function renameMutation(context: ConnectionMutationContext) {
  const { api, queryClient, scope, identityType, emit } = context;
  const queryKey = connectKeys.connections(scope, identityType);
  const replace = (id: string, part: Partial<Connection>) =>
    updateConnectionsCache(queryClient, queryKey, (list) =>
      list.map((other) => (other.id === id ? { ...other, ...part } : other)),
    );
  return {
    ...mutationDefaults,
    mutationKey: renameKey(queryKey),
    mutationFn: ({ connection, name }: RenameVariables): Promise<Connection> =>
      api.renameConnection(connection.id, { name: name ?? "" }),
    onMutate: ({ connection, name }: RenameVariables) => replace(connection.id, { name }),
    onSuccess(renamed: Connection, { connection }: RenameVariables) {
      replace(connection.id, renamed);
      emit({ name: "connection_renamed", platform: connection.platform });
    },
    onError(_error: ConnectError, { connection }: RenameVariables) {
      replace(connection.id, { name: connection.name });
    },
    onSettled: () => context.refreshConnections(identityType),
  };
}

/**
 * Applies the mutations that are still running to a list that the server has just answered, which
 * may be older than they are: it neither brings a removed connection back nor undoes a new name.
 */
export function withPendingMutations(
  queryClient: QueryClient,
  queryKey: readonly unknown[],
  connections: Connection[],
): Connection[] {
  const running = <Variables>(mutationKey: readonly unknown[]) =>
    queryClient
      .getMutationCache()
      .findAll({ mutationKey, status: "pending", exact: true })
      .map(({ state }) => state.variables as Variables);
  const removed = new Set(running<Connection>(disconnectKey(queryKey)).map(({ id }) => id));
  const names = new Map(
    running<RenameVariables>(renameKey(queryKey)).map(({ connection, name }) => [
      connection.id,
      name,
    ]),
  );
  return connections
    .filter(({ id }) => !removed.has(id))
    .map((connection) => {
      const name = names.get(connection.id);
      return name === undefined ? connection : { ...connection, name };
    });
}
