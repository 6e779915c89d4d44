import { type Identity, sameIdentity } from "../identity.ts";
import type {
  ConnectStore,
  SessionChange,
  StoredConnection,
  StoredDeletion,
  StoredSession,
} from "./connect-store.ts";

const day = 24 * 60 * 60 * 1000;

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
  const connections = new Map<string, StoredConnection>();
  const deletions = new Map<string, StoredDeletion>();

  const own = (id: string, identity: Identity) => {
    const row = connections.get(id);
    return row && sameIdentity(row.identity, identity) ? row : null;
  };
  const holder = (key: string) => [...connections.values()].find((row) => row.key === key);
  const begunDisconnect = ({ id, key }: StoredConnection) =>
    [...deletions.values()].find(
      (row) => row.connectionId === id && row.key === key && row.settledAt === null,
    );
  const isDead = (key: string) =>
    [...deletions.values()].some((row) => row.key === key && row.reason !== "merged");
  const bury = (
    { id, createdAt, updatedAt: _, state: __, announce: ___, ...row }: StoredConnection,
    rest: Pick<StoredDeletion, "reason" | "announce" | "createdAt" | "settledAt">,
  ) => {
    const deletion: StoredDeletion = {
      ...row,
      ...rest,
      id: crypto.randomUUID(),
      connectionId: id,
      connectionCreatedAt: createdAt,
    };
    deletions.set(deletion.id, deletion);
    return deletion;
  };

  return {
    async createSession(session) {
      for (const [id, { expiresAt }] of sessions) {
        if (expiresAt < session.createdAt) sessions.delete(id);
      }
      for (const [id, { settledAt, announce }] of deletions) {
        if (!announce && settledAt && settledAt.getTime() < session.createdAt.getTime() - day) {
          deletions.delete(id);
        }
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
      return [...connections.values()]
        .filter(
          (row) =>
            row.environment === filter.environment &&
            ("id" in filter ? row.id === filter.id : sameIdentity(row.identity, filter.identity)),
        )
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id))
        .map((row) => ({ ...row }));
    },

    async saveConnections({ identity, environment, fresh, gone, announce, now }) {
      for (const { id, key } of gone) {
        const row = own(id, identity);
        if (row?.key === key) connections.set(id, { ...row, state: "gone", updatedAt: now });
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
        connections.set(row.id, row);
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
        const begun = begunDisconnect(row);
        if (!change.disconnecting) deletions.delete(begun?.id ?? "");
        else if (!begun) {
          const { announce } = change;
          bury(row, { reason: "disconnected", announce, createdAt: now, settledAt: null });
        }
        return { ...row };
      } else {
        changed = { ...row, ...change, ...("name" in change && { updatedAt: now }) };
      }
      connections.set(id, changed);
      return { ...changed };
    },

    async removeConnection(id, identity, { key, announce, now }) {
      const row = own(id, identity);
      if (row?.key !== key) return null;
      connections.delete(id);
      deletions.delete(begunDisconnect(row)?.id ?? "");
      return { ...bury(row, { reason: "disconnected", announce, createdAt: now, settledAt: now }) };
    },

    async evictConnection(key, owner) {
      const row = holder(key);
      if (row && !sameIdentity(row.identity, owner)) connections.delete(row.id);
    },

    async findDeletions(filter) {
      return [...deletions.values()]
        .filter((row) =>
          "connectionId" in filter
            ? row.connectionId === filter.connectionId &&
              sameIdentity(row.identity, filter.identity)
            : (!filter.identity || sameIdentity(row.identity, filter.identity)) &&
              row.environment === filter.environment &&
              (row.settledAt === null || row.announce),
        )
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
        .slice(0, 100)
        .map((row) => ({ ...row }));
    },

    async updateDeletion(id, change) {
      const row = deletions.get(id);
      if (row) deletions.set(id, { ...row, ...change });
    },

    async migrate() {},
    async close() {},
  };
}
