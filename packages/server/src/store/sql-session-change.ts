import { and, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { SessionChange } from "./connect-store.ts";
import { connectSessions } from "./schema.ts";

const { state, ticketUses, furtherPages, pages } = connectSessions;

interface SessionUpdate {
  set: PgUpdateSetSource<typeof connectSessions>;
  allowed: SQL | undefined;
}

/** A session's state only moves on: nothing follows `ended`, and a token does not undo `connected`. */
export function sessionChange(change: SessionChange): SessionUpdate {
  const running = ne(state, "ended");
  if ("use" in change) {
    return change.use === "first"
      ? {
          set: { ticketUses: sql`${ticketUses} + 1` },
          allowed: and(running, sql`${ticketUses} < ${change.limit}`),
        }
      : {
          set: { furtherPages: sql`${furtherPages} + 1` },
          allowed: and(
            running,
            sql`${pages} >= ${change.page}`,
            gt(sql`${ticketUses} * (${pages} - 1)`, furtherPages),
          ),
        };
  }
  const unlessConnected = sql`case when ${eq(state, "connected")} then ${state} else ${change.state} end`;
  switch (change.state) {
    case "token_issued":
      return { set: { state: unlessConnected, code: null, pages: change.pages }, allowed: running };
    case "token_refused":
      return { set: { state: unlessConnected, code: change.code }, allowed: running };
    case "connected":
      return { set: { state: "connected", code: null }, allowed: running };
    case "ended":
      return { set: { state: "ended" }, allowed: undefined };
  }
}
