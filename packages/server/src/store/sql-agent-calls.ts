import { and, eq, gt, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { type Identity, identityName } from "../identity/identity.ts";
import type { AgentCallChange, StoredAgentCall } from "./connect-store.ts";
import { agentCalls } from "./schema.ts";
import { ownedBy, type SqlDatabase } from "./sql-fragments.ts";

const hasId = (id: string) => eq(agentCalls.id, id);

/** Returns the row with the key, whoever inserted it: `DO NOTHING` would return none. */
export const createAgentCall = (database: SqlDatabase, { identity, ...call }: StoredAgentCall) =>
  database
    .insert(agentCalls)
    .values({ ...call, userId: identity.id, identityType: identity.type })
    .onConflictDoUpdate({ target: agentCalls.key, set: { key: sql`excluded.call_key` } })
    .returning();

export const findAgentCall = (database: SqlDatabase, id: string) =>
  database.select().from(agentCalls).where(hasId(id));

/** What a change writes, and when it is allowed. */
function toUpdate(change: AgentCallChange, now: Date): [Partial<StoredAgentCall>, SQL | undefined] {
  const waits = and(eq(agentCalls.status, "waiting"), gt(agentCalls.expiresAt, now));
  const runs = eq(agentCalls.status, "running");
  if (!("status" in change)) return [change, waits];
  switch (change.status) {
    case "declined":
      return [{ ...change, input: null }, waits];
    case "running": {
      const { chosen, ...claim } = change;
      const isChosen = sql`${agentCalls.connectionId} is not distinct from ${chosen}::uuid`;
      return [{ ...claim, input: null }, and(waits, isChosen)];
    }
    case "waiting":
      return [{ ...change, claimedUntil: null }, runs];
    case "done": {
      const { from, ...end } = change;
      return [{ ...end, input: null, claimedUntil: null }, from === "waiting" ? waits : runs];
    }
  }
}

export function updateAgentCall(
  database: SqlDatabase,
  id: string,
  change: AgentCallChange,
  now: Date,
) {
  const [set, condition] = toUpdate(change, now);
  return database
    .update(agentCalls)
    .set(set)
    .where(and(hasId(id), condition))
    .returning();
}

export const supersedeAgentCalls = (
  database: SqlDatabase,
  { person, identity, digest }: Pick<StoredAgentCall, "person" | "identity" | "digest">,
  { createdBefore, expiresAt }: { createdBefore: Date; expiresAt: Date },
) =>
  database
    .update(agentCalls)
    .set({ status: "unavailable", input: null, expiresAt })
    .where(
      and(
        ownedBy(agentCalls, identity),
        eq(agentCalls.person, person),
        eq(agentCalls.digest, digest),
        eq(agentCalls.status, "waiting"),
        lt(agentCalls.createdAt, createdBefore),
      ),
    );

export function expireAgentCalls(database: SqlDatabase, now: Date) {
  const hasExpired = lte(agentCalls.expiresAt, now);
  const unanswered = database.$with("unanswered").as(
    database
      .update(agentCalls)
      .set({
        status: "unavailable",
        input: null,
        expiresAt: sql`${agentCalls.expiresAt} + interval '1 day'`,
      })
      .where(and(hasExpired, eq(agentCalls.status, "waiting")))
      .returning({ id: agentCalls.id }),
  );
  return database
    .with(unanswered)
    .delete(agentCalls)
    .where(and(hasExpired, ne(agentCalls.status, "waiting")));
}

/** The calls for the identity's own connections, and those that it made for a group's. */
export const deleteAgentCalls = (database: SqlDatabase, identity: Identity) =>
  database
    .delete(agentCalls)
    .where(or(ownedBy(agentCalls, identity), eq(agentCalls.person, identityName(identity))))
    .returning({ id: agentCalls.id });
