import type { ConnectionEnvironment } from "@authkit-ui/contract";
import { type Identity, identityName, sameIdentity } from "../identity/identity.ts";
import { attentionAfter, noAttention } from "./attention.ts";
import type {
  AgentCallChange,
  ClaimedIdentity,
  ConnectStore,
  DeletionOutcome,
  SessionChange,
  StoredAgentCall,
  StoredConnection,
  StoredDeletion,
  StoredSession,
} from "./connect-store.ts";
import { createMemoryTable } from "./memory-table.ts";

const day = 24 * 60 * 60 * 1000;

interface KnownIdentity {
  name: string;
  identity: Identity;
  environment: ConnectionEnvironment;
  checkedAt: Date | null;
  claimedUntil: Date | null;
  forgettingSince: Date | null;
}

const neverChecked = { checkedAt: null, claimedUntil: null, forgettingSince: null };

const isDue = (
  known: KnownIdentity,
  { environment, before }: { environment: ConnectionEnvironment; before: Date },
) => known.environment === environment && (known.checkedAt === null || known.checkedAt < before);

/** Whether something is left to do. */
const isOpen = (row: StoredDeletion) => row.completedAt === null || row.isHookPending;

/** The session after the change, or null if the change is refused. */
function changeSession(session: StoredSession, change: SessionChange): StoredSession | null {
  if ("state" in change && change.state === "ended") return { ...session, state: "ended" };
  if (session.state === "ended") return null;
  if ("use" in change) {
    const { ticketUses, laterPageUses, pages } = session;
    if (change.use === "first_page") {
      return ticketUses < change.limit ? { ...session, ticketUses: ticketUses + 1 } : null;
    }
    const allowed = change.page <= pages && laterPageUses < ticketUses * (pages - 1);
    return allowed ? { ...session, laterPageUses: laterPageUses + 1 } : null;
  }
  const state = session.state === "connected" ? "connected" : change.state;
  const code = change.state === "token_refused" ? change.code : null;
  const pages = change.state === "token_issued" ? change.pages : session.pages;
  return { ...session, state, code, pages };
}

/** The call after the change, or null if the change is refused. */
function changeAgentCall(
  call: StoredAgentCall,
  change: AgentCallChange,
  now: Date,
): StoredAgentCall | null {
  const waits = call.status === "waiting" && call.expiresAt > now;
  const runs = call.status === "running";
  if (!("status" in change)) return waits ? { ...call, ...change } : null;
  switch (change.status) {
    case "declined":
      return waits ? { ...call, ...change, input: null } : null;
    case "running": {
      const { chosen, ...claim } = change;
      return waits && call.connectionId === chosen ? { ...call, ...claim, input: null } : null;
    }
    case "waiting":
      return runs ? { ...call, ...change, claimedUntil: null } : null;
    case "done": {
      const { from, ...end } = change;
      return (from === "waiting" ? waits : runs)
        ? { ...call, ...end, input: null, claimedUntil: null }
        : null;
    }
  }
}

/**
 * A store without a database, for tests, Storybook and first steps: its data ends with the process.
 * It behaves as the SQL stores do; the same conformance suite runs on all three.
 */
export function createMemoryStore(): ConnectStore {
  const sessions = new Map<string, StoredSession>();
  /** Sorted by when they expire. */
  const expiries: Pick<StoredSession, "id" | "expiresAt">[] = [];
  const connections = createMemoryTable({
    key: (row: StoredConnection) => row.key,
    identity: (row) => identityName(row.identity),
  });
  const deletions = createMemoryTable({
    key: (row: StoredDeletion) => row.key,
    connection: (row) => row.connectionId,
    state: (row) => (isOpen(row) ? "open" : "done"),
    openOf: (row) => (isOpen(row) ? identityName(row.identity) : null),
    identity: (row) => identityName(row.identity),
  });

  const agentCalls = createMemoryTable({
    key: (row: StoredAgentCall) => row.key,
    identity: (row) => identityName(row.identity),
    person: (row) => row.person,
    all: () => "all",
  });

  /** The identities that sweeps check, in the order of their last check. */
  const identities = new Map<string, KnownIdentity>();
  const nameOf = (identity: Identity, environment: ConnectionEnvironment) =>
    `${environment}:${identityName(identity)}`;
  const addIdentity = (known: Omit<KnownIdentity, "name">) => {
    const name = nameOf(known.identity, known.environment);
    identities.delete(name);
    identities.set(name, { ...known, name });
  };

  const findOwned = (id: string, identity: Identity) => {
    const row = connections.get(id);
    return row && sameIdentity(row.identity, identity) ? row : null;
  };
  const hasConnection = (identity: Identity, environment: ConnectionEnvironment) =>
    [...connections.by("identity", identityName(identity))].some(
      (row) => row.environment === environment,
    );
  const findByKey = (key: string) => [...connections.by("key", key)][0];
  const openDeletionsOf = (connectionId: string, key: string) =>
    [...deletions.by("key", key)].filter(
      (row) => row.connectionId === connectionId && row.completedAt === null,
    );
  const hasTombstone = (key: string) =>
    [...deletions.by("key", key)].some((row) => row.reason !== "merged");
  const createTombstone = (
    { id: connectionId, createdAt: connectionCreatedAt, ...row }: StoredConnection,
    rest: Pick<StoredDeletion, "reason" | "isHookPending" | "createdAt" | "completedAt"> & {
      deletionId?: string | undefined;
      outcome?: DeletionOutcome | undefined;
    },
  ) => {
    const { deletionId: id = crypto.randomUUID(), outcome = null, ...values } = rest;
    const { identity, platform, key, picaId, environment, name, account } = row;
    const deletion: StoredDeletion = {
      ...{ identity, platform, key, picaId, environment, name, account },
      ...values,
      id,
      connectionId,
      connectionCreatedAt,
      outcome,
    };
    deletions.set(deletion);
    return deletion;
  };

  return {
    async createSession(session) {
      const firstValid = expiries.findIndex(({ expiresAt }) => expiresAt >= session.createdAt);
      const expired = expiries.splice(0, firstValid < 0 ? expiries.length : firstValid);
      for (const { id } of expired) sessions.delete(id);
      const later = expiries.findLastIndex(({ expiresAt }) => expiresAt <= session.expiresAt);
      expiries.splice(later + 1, 0, { id: session.id, expiresAt: session.expiresAt });
      // In the order in which they were completed, so the first that is not a day old ends the loop.
      for (const { id, completedAt } of deletions.by("state", "done")) {
        if (completedAt && completedAt.getTime() >= session.createdAt.getTime() - day) break;
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
          : "key" in filter
            ? [...connections.by("key", filter.key)]
            : [...connections.by("identity", identityName(filter.identity))];
      return rows
        .filter((row) => row.environment === filter.environment)
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id.localeCompare(b.id))
        .map((row) => ({ ...row }));
    },

    async upsertConnections(input) {
      const { identity, environment, found, missing, pendingHook, now } = input;
      const { attentionHooks: hooks } = input;
      const lost: StoredConnection[] = [];
      for (const { id, key, attentionEvent: event } of missing) {
        const row = findOwned(id, identity);
        if (row?.key !== key) continue;
        const attention = attentionAfter(row, { state: "gone", event, hooks });
        const { needsAttention, attentionEvent } = attention;
        const gone = {
          ...row,
          state: "gone" as const,
          needsAttention,
          attentionEvent,
          updatedAt: now,
        };
        connections.set(gone);
        lost.push({ ...gone });
      }
      const written: StoredConnection[] = [];
      for (const { newRowId, ...foundRow } of new Map(
        found.map((row) => [row.key, row]),
      ).values()) {
        const { key, picaId, state, name } = foundRow;
        if (hasTombstone(key)) continue;
        const known = findByKey(key);
        if (known && !sameIdentity(known.identity, identity)) continue;
        const { needsAttention, attentionEvent } = attentionAfter(known ?? noAttention, {
          state,
          event: newRowId,
          hooks,
        });
        const row: StoredConnection = known
          ? {
              ...known,
              state,
              picaId,
              name: known.name ?? name,
              needsAttention,
              attentionEvent,
              updatedAt: known.state === state ? known.updatedAt : now,
            }
          : {
              id: newRowId,
              ...foundRow,
              identity,
              environment,
              account: null,
              pendingHook,
              needsAttention,
              attentionEvent,
              connectedBy: null,
              lastUsedAt: null,
              access: null,
              createdAt: now,
              updatedAt: now,
            };
        connections.set(row);
        written.push({ ...row });
      }
      if (written.length > 0 && !identities.has(nameOf(identity, environment))) {
        addIdentity({ identity, environment, ...neverChecked });
      }
      return [...written, ...lost];
    },

    async updateConnection(id, identity, change, now) {
      const row = findOwned(id, identity);
      if (!row) return null;
      let changed: StoredConnection;
      if ("replacement" in change) {
        const { key, picaId, state, name } = change.replacement;
        const other = findByKey(key);
        if (hasTombstone(key)) return null;
        if (other && other.id !== id) {
          if (!sameIdentity(other.identity, identity) || other.createdAt <= change.since)
            return null;
          const isHookPending = change.pendingHookOfMerged;
          createTombstone(other, {
            reason: "merged",
            isHookPending,
            createdAt: now,
            completedAt: now,
          });
          connections.delete(other.id);
        }
        if (row.key !== key) {
          createTombstone(row, {
            reason: "reconnected",
            isHookPending: false,
            createdAt: now,
            completedAt: null,
          });
        }
        const { pendingHook, attentionHooks: hooks } = change;
        const event = change.replacement.newRowId;
        const { needsAttention, attentionEvent } = attentionAfter(row, { state, event, hooks });
        changed = {
          ...row,
          needsAttention,
          attentionEvent,
          key,
          picaId,
          state,
          name: row.name ?? name,
          pendingHook,
          updatedAt: now,
        };
      } else if ("disconnecting" in change) {
        const { deletionId, isHookPending } = change;
        const rest = {
          reason: "disconnected",
          isHookPending,
          createdAt: now,
          completedAt: null,
        } as const;
        createTombstone(row, { ...rest, deletionId });
        return { ...row };
      } else if ("name" in change) {
        changed = { ...row, name: change.name, updatedAt: now };
      } else if ("access" in change) {
        changed = { ...row, access: change.access, updatedAt: now };
      } else if ("deliveredAttention" in change) {
        if (row.attentionEvent !== change.deliveredAttention) return null;
        changed = { ...row, attentionEvent: null };
      } else if ("ifLastUsedBefore" in change) {
        if (row.lastUsedAt && row.lastUsedAt >= change.ifLastUsedBefore) return null;
        changed = { ...row, lastUsedAt: now };
      } else {
        if (row.key !== change.key) return null;
        if ("deliveredHook" in change && row.pendingHook !== change.deliveredHook) return null;
        changed =
          "account" in change
            ? { ...row, account: change.account }
            : "connectedBy" in change
              ? { ...row, connectedBy: change.connectedBy }
              : { ...row, pendingHook: null };
      }
      connections.set(changed);
      return { ...changed };
    },

    async removeConnection(id, identity, { key, isHookPending, outcome, now }) {
      const row = findOwned(id, identity);
      if (row?.key !== key) return null;
      connections.delete(id);
      for (const open of openDeletionsOf(id, key)) deletions.delete(open.id);
      return {
        ...createTombstone(row, {
          reason: "disconnected",
          isHookPending,
          createdAt: now,
          completedAt: now,
          outcome,
        }),
      };
    },

    async deleteMisownedConnection(key, owner) {
      const row = findByKey(key);
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
      if (!row || row.completedAt !== null) return null;
      const isDisconnect = row.reason === "disconnected";
      const living = findByKey(row.key);
      if (living && !(isDisconnect && living.id === row.connectionId)) {
        deletions.set({ ...row, reason: "merged", completedAt: now, isHookPending: false });
        return null;
      }
      const claim = isDisconnect ? { ...row, id: claimId } : row;
      deletions.set(claim);
      return { ...claim };
    },

    async withdrawDeletion({ id }) {
      if (deletions.get(id)?.completedAt === null) deletions.delete(id);
    },

    async completeDeletion({ id }, { outcome, now }) {
      const row = deletions.get(id);
      if (!row) return;
      for (const open of openDeletionsOf(row.connectionId, row.key)) {
        deletions.set({ ...open, completedAt: now, isHookPending: false, outcome });
      }
    },

    async markDeletionHookDelivered(id) {
      const row = deletions.get(id);
      if (row) deletions.set({ ...row, isHookPending: false });
    },

    async countDeletions(identity, { environment, since }) {
      const keys = { deleted: new Set<string>(), absent: new Set<string>() };
      for (const row of deletions.by("identity", identityName(identity))) {
        const { outcome, completedAt, key } = row;
        if (!outcome || row.environment !== environment) continue;
        if (completedAt && completedAt >= since) keys[outcome].add(key);
      }
      return { deleted: keys.deleted.size, absent: keys.absent.size };
    },

    async claimIdentities({ before, now, until, limit, environment }) {
      const claimed: ClaimedIdentity[] = [];
      for (const known of identities.values()) {
        if (claimed.length === limit) break;
        if (!isDue(known, { environment, before })) continue;
        if (known.claimedUntil && known.claimedUntil > now) continue;
        known.claimedUntil = until;
        claimed.push({ identity: known.identity, forgettingSince: known.forgettingSince });
      }
      return claimed;
    },

    async countIdentities(options) {
      let count = 0;
      for (const known of identities.values()) if (isDue(known, options)) count++;
      return count;
    },

    async releaseIdentities(released, { environment, checkedAt }) {
      for (const identity of released) {
        const known = identities.get(nameOf(identity, environment));
        if (known && checkedAt) addIdentity({ ...known, claimedUntil: null, checkedAt });
        else if (known) known.claimedUntil = null;
      }
    },

    async recordCheck(identity, { environment, checkedAt }) {
      const known = identities.get(nameOf(identity, environment));
      addIdentity({ ...(known ?? { identity, environment, ...neverChecked }), checkedAt });
    },

    async beginForgetting(identity, { environment, isHookPending, now }) {
      const name = nameOf(identity, environment);
      const known = identities.get(name) ?? { identity, environment, ...neverChecked, name };
      const forgettingSince = known.forgettingSince ?? now;
      const others = [...identities].filter(([other]) => other !== name);
      identities.clear();
      // Moves to the front, to be claimed next.
      for (const [key, one] of [
        [name, { ...known, forgettingSince, checkedAt: null }] as const,
        ...others,
      ]) {
        identities.set(key, one);
      }
      for (const [id, session] of sessions) {
        if (sameIdentity(session.identity, identity)) sessions.delete(id);
      }
      for (const index of ["identity", "person"] as const) {
        for (const { id } of [...agentCalls.by(index, identityName(identity))]) {
          agentCalls.delete(id);
        }
      }
      for (const row of connections.by("identity", identityName(identity))) {
        if (row.environment !== environment) continue;
        if (openDeletionsOf(row.id, row.key).length > 0) continue;
        createTombstone(row, {
          reason: "disconnected",
          isHookPending,
          createdAt: now,
          completedAt: null,
        });
      }
      return forgettingSince;
    },

    async removeIdentity(identity, { environment }) {
      const name = identityName(identity);
      const isHere = (row: StoredDeletion) => row.environment === environment;
      if (hasConnection(identity, environment)) return;
      if ([...deletions.by("openOf", name)].some(isHere)) return;
      const known = identities.get(nameOf(identity, environment));
      identities.delete(nameOf(identity, environment));
      if (!known?.forgettingSince) return;
      for (const row of [...deletions.by("identity", name)].filter(isHere)) {
        deletions.set({ ...row, name: null, account: null });
      }
    },

    async createAgentCall(call) {
      const [stored] = agentCalls.by("key", call.key);
      if (!stored) agentCalls.set({ ...call });
      return { ...(stored ?? call) };
    },

    async findAgentCall(id) {
      const call = agentCalls.get(id);
      return call ? { ...call } : null;
    },

    async updateAgentCall(id, change, now) {
      const call = agentCalls.get(id);
      const changed = call ? changeAgentCall(call, change, now) : null;
      if (changed) agentCalls.set(changed);
      return changed && { ...changed };
    },

    async supersedeAgentCalls({ person, identity, digest }, { createdBefore, expiresAt }) {
      for (const call of [...agentCalls.by("identity", identityName(identity))]) {
        const isSame = call.person === person && call.digest === digest;
        if (!isSame || call.status !== "waiting" || call.createdAt >= createdBefore) continue;
        agentCalls.set({ ...call, status: "unavailable", input: null, expiresAt });
      }
    },

    async expireAgentCalls(now) {
      for (const call of [...agentCalls.by("all", "all")]) {
        if (call.expiresAt > now) continue;
        if (call.status === "waiting") {
          const expiresAt = new Date(call.expiresAt.getTime() + day);
          agentCalls.set({ ...call, status: "unavailable", input: null, expiresAt });
        } else agentCalls.delete(call.id);
      }
    },

    async migrate() {},
    async close() {},
  };
}
