import type { Connection, ConnectionAccess, IdentityType } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import type { ConnectApi } from "../api/client.ts";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import { mutationDefaults } from "./query-defaults.ts";
import { type ConnectKeyParams, connectKeys } from "./query-keys.ts";
import { updateConnectionsCache } from "./update-connections-cache.ts";

/** What the mutations of one identity type's connections work with. */
export interface ConnectionMutationDependencies {
  api: Pick<ConnectApi, "deleteConnection" | "updateConnection">;
  queryClient: QueryClient;
  keyParams: ConnectKeyParams;
  identityType: IdentityType;
  emit: (event: ConnectEvent) => void;
  /** Reads the list again, here and in other tabs. */
  invalidateConnections: (identityType: IdentityType) => void;
}

/** A change of one field; a name of `null` removes it. */
export type FieldChange = { name: string | null } | { access: ConnectionAccess };

/** Variables of {@link updateMutation}. */
export interface UpdateVariables {
  /** As it was before the change. */
  connection: Connection;
  change: FieldChange;
}

const disconnectKey = (queryKey: readonly unknown[]) => [...queryKey, "disconnect"] as const;
const updateKey = (queryKey: readonly unknown[]) => [...queryKey, "update"] as const;

/** Removes a connection from every list at once, and puts it back when the server refuses. */
export function disconnectMutation(deps: ConnectionMutationDependencies) {
  const { api, queryClient, keyParams, identityType, emit } = deps;
  const queryKey = connectKeys.connections(keyParams, identityType);
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
    onSettled: () => deps.invalidateConnections(identityType),
  };
}

/** Changes a connection's name or access at once, and back when the server refuses. */
export function updateMutation(deps: ConnectionMutationDependencies) {
  const { api, queryClient, keyParams, identityType, emit } = deps;
  const queryKey = connectKeys.connections(keyParams, identityType);
  const replace = (id: string, part: Partial<Connection>) =>
    updateConnectionsCache(queryClient, queryKey, (list) =>
      list.map((other) => (other.id === id ? { ...other, ...part } : other)),
    );
  return {
    ...mutationDefaults,
    mutationKey: updateKey(queryKey),
    mutationFn: ({ connection, change }: UpdateVariables): Promise<Connection> =>
      api.updateConnection(
        connection.id,
        "access" in change ? change : { name: change.name ?? "" },
      ),
    onMutate: ({ connection, change }: UpdateVariables) => replace(connection.id, change),
    onSuccess(updated: Connection, variables: UpdateVariables) {
      const { connection, change } = variables;
      const others = runningUpdates(queryClient, queryKey).filter((one) => one !== variables);
      replace(connection.id, withUpdates(updated, others));
      const { platform } = connection;
      emit(
        "access" in change
          ? { name: "connection_access_changed", platform, access: change.access }
          : { name: "connection_renamed", platform },
      );
    },
    onError(_error: ConnectError, { connection, change }: UpdateVariables) {
      const { name, access } = connection;
      replace(connection.id, "access" in change ? { access } : { name });
    },
    onSettled: () => deps.invalidateConnections(identityType),
  };
}

/** The variables of the mutations that are still running. */
const running = <Variables>(queryClient: QueryClient, mutationKey: readonly unknown[]) =>
  queryClient
    .getMutationCache()
    .findAll({ mutationKey, status: "pending", exact: true })
    .map(({ state }) => state.variables as Variables);

const runningUpdates = (queryClient: QueryClient, queryKey: readonly unknown[]) =>
  running<UpdateVariables>(queryClient, updateKey(queryKey));

const withUpdates = (connection: Connection, updates: readonly UpdateVariables[]): Connection =>
  Object.assign(
    { ...connection },
    ...updates.filter((one) => one.connection.id === connection.id).map(({ change }) => change),
  );

/**
 * Applies the mutations that are still running to a list that the server has just answered, which
 * may be older than they are: it neither brings a removed connection back nor undoes a change.
 */
export function withPendingMutations(
  queryClient: QueryClient,
  queryKey: readonly unknown[],
  connections: Connection[],
): Connection[] {
  const removed = new Set(
    running<Connection>(queryClient, disconnectKey(queryKey)).map(({ id }) => id),
  );
  const updates = runningUpdates(queryClient, queryKey);
  return connections
    .filter(({ id }) => !removed.has(id))
    .map((connection) => withUpdates(connection, updates));
}
