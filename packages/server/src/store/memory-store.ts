import { type Identity, identityName, sameIdentity } from "../identity/identity.ts";
import type {
  ConnectStore,
  SessionChange,
  StoredConnection,
  StoredDeletion,
  StoredSession,
} from "./connect-store.ts";
import { createMemoryTable } from "./memory-table.ts";

const day = 24 * 60 * 60 * 1000;

/** Whether something is left to do. */
const isOpen = (row: StoredDeletion) => row.settledAt === null || row.announce;

/** What the SQL stores do by one UPDATE, or null where its WHERE would have matched nothing. */
function changeSession(session: StoredSession, change: SessionChange): StoredSession | null {
  if ("state" in change && change.state === "ended") return { ...session, state: "ended" };
  if (session.state === "ended") return null;
  if ("use" in change) {
    const { ticketUses, furtherPages, pages } = session;
    if (change.use === "first") {
      return ticketUses < change.limit ? { ...session, ticketUses: ticketUses + 1 } : null;
    }
    const allowed = change.page <= pages && furtherPages < ticketUses * (pages - 1);
    return allowed ? { ...session, furtherPages: furtherPages + 1 } : null;
  }
  const state = session.state === "connected" ? "connected" : change.state;
  const code = change.state === "token_refused" ? change.code : null;
  const pages = change.state === "token_issued" ? change.pages : session.pages;
  return { ...session, state, code, pages };
}

/**
 * A store without a database, for tests, Storybook and first steps: everything is gone with the
 * process. It behaves as the SQL stores do; the same conformance suite runs on all three.
 */
export function createMemoryStore(): ConnectStore {
  const sessions = new Map<string, StoredSession>();
  /** The first to run out first. */
  const expiries: Pick<StoredSession, "id" | "expiresAt">[] = [];
  const connections = createMemoryTable({
    key: (row: StoredConnection) => row.key,
    identity: (row) => identityName(row.identity),
  });
  const deletions = createMemoryTable({
    key: (row: StoredDeletion) => row.key,
    connection: (row) => row.connectionId,
    /** Those with something left to do, or nothing. */
    state: (row) => (isOpen(row) ? "open" : "done"),
    openOf: (row) => (isOpen(row) ? identityName(row.identity) : null),
  });

  const own = (id: string, identity: Identity) => {
    const row = connections.get(id);
    return row && sameIdentity(row.identity, identity) ? row : null;
  };
  const holder = (key: string) => [...connections.by("key", key)][0];
  const openDeletionsOf = (connectionId: string, key: string) =>
    [...deletions.by("key", key)].filter(
      (row) => row.connectionId === connectionId && row.settledAt === null,
    );
  const isDead = (key: string) =>
    [...deletions.by("key", key)].some((row) => row.reason !== "merged");
  const bury = (
    { id, createdAt, updatedAt: _, state: __, announce: ___, ...row }: StoredConnection,
    rest: Pick<StoredDeletion, "reason" | "announce" | "createdAt" | "settledAt"> & {
      deletionId?: string | undefined;
    },
  ) => {
    const { deletionId = crypto.randomUUID(), ...values } = rest;
    const deletion: StoredDeletion = {
      ...row,
      ...values,
      id: deletionId,
      connectionId: id,
      connectionCreatedAt: createdAt,
    };
    deletions.set(deletion);
    return deletion;
  };

  return {
    async createSession(session) {
      const runOut = expiries.findIndex(({ expiresAt }) => expiresAt >= session.createdAt);
      const forgotten = expiries.splice(0, runOut < 0 ? expiries.length : runOut);
      for (const { id } of forgotten) sessions.delete(id);
      const later = expiries.findLastIndex(({ expiresAt }) => expiresAt <= session.expiresAt);
      expiries.splice(later + 1, 0, { id: session.id, expiresAt: session.expiresAt });
      // In the order in which they were settled: the first that is not a day old ends it.
      for (const { id, settledAt } of deletions.by("state", "done")) {
        if (settledAt && settledAt.getTime() >= session.createdAt.getTime() - day) break;
        deletions.delete(id);
      }
      sessions.set(session.id, { ...session });
    },

    async findSession(id) {
      const session = sessions.get(id);
      return session ? { ...session } : null;
    },

    async updateSession(id, change, now) {
      const session = sessions.get(id);
      if (!session || session.expiresAt <= now) return null;
      const changed = changeSession(session, change);
      if (changed) sessions.set(id, changed);
      return changed && { ...changed };
    },

    async findConnections(filter) {
      const rows =
        "id" in filter
          ? [connections.get(filter.id)].filter((row) => row !== undefined)
          : [...connections.by("identity", identityName(filter.identity))];
      return rows
        .filter((row) => row.environment === filter.environment)
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id))
        .map((row) => ({ ...row }));
    },

    async saveConnections({ identity, environment, fresh, gone, announce, now }) {
      for (const { id, key } of gone) {
        const row = own(id, identity);
        if (row?.key === key) connections.set({ ...row, state: "gone", updatedAt: now });
      }
      const written: StoredConnection[] = [];
      for (const found of new Map(fresh.map((row) => [row.key, row])).values()) {
        if (isDead(found.key)) continue;
        const known = holder(found.key);
        if (known && !sameIdentity(known.identity, identity)) continue;
        const row: StoredConnection = known
          ? {
              ...known,
              state: found.state,
              picaId: found.picaId,
              name: known.name ?? found.name,
              updatedAt: known.state === found.state ? known.updatedAt : now,
            }
          : {
              ...found,
              identity,
              environment,
              account: null,
              announce,
              createdAt: now,
              updatedAt: now,
            };
        connections.set(row);
        written.push({ ...row });
      }
      return written;
    },

    async updateConnection(id, identity, change, now) {
      const row = own(id, identity);
      if (!row) return null;
      let changed: StoredConnection;
      if ("replacement" in change) {
        const { key, picaId, state, name } = change.replacement;
        const other = holder(key);
        if (isDead(key)) return null;
        if (other && other.id !== id) {
          if (!sameIdentity(other.identity, identity) || other.createdAt <= change.since)
            return null;
          const announce = change.announceMerged;
          bury(other, { reason: "merged", announce, createdAt: now, settledAt: now });
          connections.delete(other.id);
        }
        if (row.key !== key) {
          bury(row, { reason: "reconnected", announce: false, createdAt: now, settledAt: null });
        }
        const { announce } = change;
        changed = { ...row, key, picaId, state, name: row.name ?? name, announce, updatedAt: now };
      } else if ("disconnecting" in change) {
        const { deletionId, announce } = change;
        const rest = { reason: "disconnected", announce, createdAt: now, settledAt: null } as const;
        bury(row, { ...rest, deletionId });
        return { ...row };
      } else if ("name" in change) {
        changed = { ...row, name: change.name, updatedAt: now };
      } else {
        if (row.key !== change.key) return null;
        if ("announced" in change && row.announce !== change.announced) return null;
        changed =
          "account" in change ? { ...row, account: change.account } : { ...row, announce: null };
      }
      connections.set(changed);
      return { ...changed };
    },

    async removeConnection(id, identity, { key, announce, now }) {
      const row = own(id, identity);
      if (row?.key !== key) return null;
      connections.delete(id);
      for (const open of openDeletionsOf(id, key)) deletions.delete(open.id);
      return { ...bury(row, { reason: "disconnected", announce, createdAt: now, settledAt: now }) };
    },

    async evictConnection(key, owner) {
      const row = holder(key);
      if (row && !sameIdentity(row.identity, owner)) connections.delete(row.id);
    },

    async findDeletions(filter) {
      const rows =
        "connectionId" in filter
          ? [...deletions.by("connection", filter.connectionId)].filter((row) =>
              sameIdentity(row.identity, filter.identity),
            )
          : [
              ...(filter.identity
                ? deletions.by("openOf", identityName(filter.identity))
                : deletions.by("state", "open")),
            ].filter((row) => row.environment === filter.environment);
      return rows
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
        .slice(0, 100)
        .map((row) => ({ ...row }));
    },

    async claimDeletion({ id }, { claimId, now }) {
      const row = deletions.get(id);
      if (!row || row.settledAt !== null) return null;
      const isDisconnect = row.reason === "disconnected";
      const living = holder(row.key);
      if (living && !(isDisconnect && living.id === row.connectionId)) {
        deletions.set({ ...row, reason: "merged", settledAt: now, announce: false });
        return null;
      }
      const claim = isDisconnect ? { ...row, id: claimId } : row;
      deletions.set(claim);
      return { ...claim };
    },

    async withdrawDeletion({ id }) {
      if (deletions.get(id)?.settledAt === null) deletions.delete(id);
    },

    async settleDeletion({ id }, now) {
      const row = deletions.get(id);
      if (!row) return;
      for (const open of openDeletionsOf(row.connectionId, row.key)) {
        deletions.set({ ...open, settledAt: now, announce: false });
      }
    },

    async announcedDeletion(id) {
      const row = deletions.get(id);
      if (row) deletions.set({ ...row, announce: false });
    },

    async migrate() {},
    async close() {},
  };
}
