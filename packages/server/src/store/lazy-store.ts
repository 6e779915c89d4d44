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
    completeDeletion: async (deletion, options) =>
      (await opened()).completeDeletion(deletion, options),
    markDeletionHookDelivered: async (id) => (await opened()).markDeletionHookDelivered(id),
    countDeletions: async (identity, options) => (await opened()).countDeletions(identity, options),
    claimIdentities: async (options) => (await opened()).claimIdentities(options),
    countIdentities: async (options) => (await opened()).countIdentities(options),
    releaseIdentities: async (identities, options) =>
      (await opened()).releaseIdentities(identities, options),
    recordCheck: async (identity, options) => (await opened()).recordCheck(identity, options),
    beginForgetting: async (identity, options) =>
      (await opened()).beginForgetting(identity, options),
    removeIdentity: async (identity, options) => (await opened()).removeIdentity(identity, options),
    createAgentCall: async (call) => (await opened()).createAgentCall(call),
    findAgentCall: async (id) => (await opened()).findAgentCall(id),
    updateAgentCall: async (id, change, now) => (await opened()).updateAgentCall(id, change, now),
    supersedeAgentCalls: async (call, options) =>
      (await opened()).supersedeAgentCalls(call, options),
    expireAgentCalls: async (now) => (await opened()).expireAgentCalls(now),
    migrate: async () => (await opened()).migrate(),
    close: async () => {
      closed = true;
      await opening?.then((store) => store.close());
    },
  };
}
