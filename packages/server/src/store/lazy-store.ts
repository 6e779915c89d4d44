import { type ConnectStore, ConnectStoreError } from "./connect-store.ts";

/**
 * A store that opens on first use, so that creating a server stays synchronous. A failed opening
 * is tried again by the next call; `close` waits for an opening that is under way.
 */
export function createLazyStore(open: () => Promise<ConnectStore>): ConnectStore {
  let opening: Promise<ConnectStore> | null = null;
  let closed = false;

  const opened = () => {
    if (closed) {
      throw new ConnectStoreError(
        "database_unavailable",
        "The store has been closed. Create a new one.",
      );
    }
    opening ??= open().catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  return {
    createSession: async (session) => (await opened()).createSession(session),
    findSession: async (id) => (await opened()).findSession(id),
    updateSession: async (id, change, now) => (await opened()).updateSession(id, change, now),
    findConnections: async (filter) => (await opened()).findConnections(filter),
    upsertConnections: async (input) => (await opened()).upsertConnections(input),
    updateConnection: async (id, identity, change, now) =>
      (await opened()).updateConnection(id, identity, change, now),
    removeConnection: async (id, identity, options) =>
      (await opened()).removeConnection(id, identity, options),
    deleteMisownedConnection: async (key, owner) =>
      (await opened()).deleteMisownedConnection(key, owner),
    findDeletions: async (filter) => (await opened()).findDeletions(filter),
    claimDeletion: async (deletion, options) => (await opened()).claimDeletion(deletion, options),
    withdrawDeletion: async (deletion) => (await opened()).withdrawDeletion(deletion),
    completeDeletion: async (deletion, now) => (await opened()).completeDeletion(deletion, now),
    markDeletionHookDelivered: async (id) => (await opened()).markDeletionHookDelivered(id),
    migrate: async () => (await opened()).migrate(),
    close: async () => {
      closed = true;
      await opening?.then((store) => store.close());
    },
  };
}
