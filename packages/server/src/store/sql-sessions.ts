import { and, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { SessionChange } from "./connect-store.ts";
import { connectSessions } from "./schema.ts";
import { type SqlDatabase, unnamed } from "./sql-fragments.ts";

const { state, code, ticketUses, laterPageUses, pages, userId, identityType } = connectSessions;
/** The columns of a `ChangedSession`. */
const changed = { userId, identityType, state, code, pages };

type Kind = Extract<SessionChange, { use: unknown }>["use"] | ChangeOfState["state"];
type ChangeOfState = Extract<SessionChange, { state: unknown }>;

interface SessionUpdate {
  set: PgUpdateSetSource<typeof connectSessions>;
  allowed: SQL | undefined;
}

const running = ne(state, "ended");
const unlessConnected = (next: ChangeOfState["state"]) =>
  sql`case when ${eq(state, "connected")} then ${state} else ${next} end`;

/**
 * A session's state only moves on: nothing follows `ended`, and a token does not undo `connected`.
 * The placeholders are filled by the change's own fields.
 */
const updates: Record<Kind, SessionUpdate> = {
  first_page: {
    set: { ticketUses: sql`${ticketUses} + 1` },
    allowed: and(running, sql`${ticketUses} < ${sql.placeholder("limit")}`),
  },
  later_page: {
    set: { laterPageUses: sql`${laterPageUses} + 1` },
    allowed: and(
      running,
      sql`${pages} >= ${sql.placeholder("page")}`,
      gt(sql`${ticketUses} * (${pages} - 1)`, laterPageUses),
    ),
  },
  token_issued: {
    set: {
      state: unlessConnected("token_issued"),
      code: null,
      pages: sql`${sql.placeholder("pages")}`,
    },
    allowed: running,
  },
  token_refused: {
    set: { state: unlessConnected("token_refused"), code: sql`${sql.placeholder("code")}` },
    allowed: running,
  },
  connected: { set: { state: "connected", code: null }, allowed: running },
  ended: { set: { state: "ended" }, allowed: undefined },
};

/** The statements that run most often: at each token, and while a dialog is open. */
export function prepareSessions(database: SqlDatabase) {
  const isIt = eq(connectSessions.id, sql.placeholder("id"));
  const find = database.select().from(connectSessions).where(isIt).prepare(unnamed);
  const update = ({ set, allowed }: SessionUpdate) =>
    database
      .update(connectSessions)
      .set(set)
      .where(and(isIt, gt(connectSessions.expiresAt, sql.placeholder("now")), allowed))
      .returning(changed)
      .prepare(unnamed);
  const prepared = {
    first_page: update(updates.first_page),
    later_page: update(updates.later_page),
    token_issued: update(updates.token_issued),
    token_refused: update(updates.token_refused),
    connected: update(updates.connected),
    ended: update(updates.ended),
  } satisfies Record<Kind, unknown>;

  return {
    find: (id: string) => find.execute({ id }),
    update: (id: string, change: SessionChange, now: Date) =>
      prepared["use" in change ? change.use : change.state].execute({
        ...change,
        id,
        now: now.toISOString(),
      }),
  };
}
