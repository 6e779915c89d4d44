import type { ConnectionAccess } from "@authkit-ui/contract";
import type { ConnectStore, StoredConnection } from "./connect-store.ts";

/**
 * The same store, whose connections all have a level of access: the stored one or the default. It is
 * applied here, so that nothing that reads a connection can forget it.
 */
export function withDefaultAccess(store: ConnectStore, access: ConnectionAccess): ConnectStore {
  const complete = (row: StoredConnection) => ({ ...row, access: row.access ?? access });
  const methods: Partial<ConnectStore> = {
    findConnections: async (filter) => (await store.findConnections(filter)).map(complete),
    upsertConnections: async (input) => (await store.upsertConnections(input)).map(complete),
    updateConnection: async (...change) => {
      const row = await store.updateConnection(...change);
      return row && complete(row);
    },
  };
  return new Proxy(store, {
    get: (target, name, receiver) =>
      Reflect.get(Object.hasOwn(methods, name) ? methods : target, name, receiver),
  });
}
