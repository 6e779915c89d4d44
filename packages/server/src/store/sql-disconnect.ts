import { and, eq, isNull, sql } from "drizzle-orm";
import type { Identity } from "../identity.ts";
import { pendingDeletions, userConnections } from "./schema.ts";
import { asDeletion, ownedBy, type SqlDatabase } from "./sql-store.ts";

const mine = (id: string, identity: Identity) =>
  and(eq(userConnections.id, id), ownedBy(userConnections, identity));

/** The open deletion of the very key that `source`, a row of `user_connections`, holds. */
const begunFor = (source: "target" | "removed") =>
  and(
    isNull(pendingDeletions.settledAt),
    sql`exists (select from ${sql.raw(source)} s
      where s.id = ${pendingDeletions.connectionId} and s.connection_key = ${pendingDeletions.key})`,
  );

/** Notes what is meant. Two at the same moment may both note it: what ends one ends the other. */
export function beginDisconnect(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  announce: boolean,
  now: Date,
) {
  const target = database
    .$with("target")
    .as(database.select().from(userConnections).where(mine(id, identity)));
  const begun = database.$with("begun").as(
    database
      .insert(pendingDeletions)
      .select(
        asDeletion(
          sql`target`,
          { reason: "disconnected", announce, createdAt: now, settledAt: null },
          sql`not exists (select from pending_deletions d where d.connection_id = target.id
            and d.connection_key = target.connection_key and d.settled_at is null)`,
        ),
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database.with(target, begun).select().from(target);
}

/** Takes the note back; the connection is as if nobody had asked. */
export function withdrawDisconnect(database: SqlDatabase, id: string, identity: Identity) {
  const target = database
    .$with("target")
    .as(database.select().from(userConnections).where(mine(id, identity)));
  const withdrawn = database
    .$with("withdrawn")
    .as(
      database
        .delete(pendingDeletions)
        .where(begunFor("target"))
        .returning({ id: pendingDeletions.id }),
    );
  return database.with(target, withdrawn).select().from(target);
}

/** Moves the row to the deletions, in place of the note that it was to go there. */
export function finishDisconnect(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  { key, announce, now }: { key: string; announce: boolean; now: Date },
) {
  const removed = database.$with("removed").as(
    database
      .delete(userConnections)
      .where(and(mine(id, identity), eq(userConnections.key, key)))
      .returning(),
  );
  const note = database
    .$with("note")
    .as(
      database
        .delete(pendingDeletions)
        .where(begunFor("removed"))
        .returning({ id: pendingDeletions.id }),
    );
  return database
    .with(removed, note)
    .insert(pendingDeletions)
    .select(
      asDeletion(sql`removed`, {
        reason: "disconnected",
        announce,
        createdAt: now,
        settledAt: now,
      }),
    )
    .returning();
}
