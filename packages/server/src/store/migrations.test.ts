import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { expect, it } from "vitest";
import { copyEmptyDatabase } from "../../test/empty-database.ts";
import { createHarness } from "../../test/harness.ts";
import { migrationScript } from "./migrations.ts";
import { createSqlStore } from "./sql-store.ts";

/** The table of the AuthKit guides, which a team may have already. */
const guideTable = `CREATE TABLE user_connections (
  id UUID PRIMARY KEY,
  user_id TEXT NOT NULL,
  platform TEXT NOT NULL,
  connection_key TEXT UNIQUE,
  environment TEXT DEFAULT 'live',
  state TEXT DEFAULT 'operational',
  created_at TIMESTAMP DEFAULT NOW(),
  updated_at TIMESTAMP DEFAULT NOW()
)`;

const insert = "INSERT INTO user_connections (id, user_id, platform, connection_key, environment)";

/** A server on a database that has the guides' table and nothing else. */
async function openGuideDatabase() {
  const client = await PGlite.create(await copyEmptyDatabase());
  await client.exec(guideTable);
  const store = createSqlStore(drizzle(client), {
    runLocked: async (_locks, statement) => statement(drizzle(client)),
    migrate: async () => {
      await client.exec(migrationScript);
    },
    close: () => client.close(),
  });
  return { client, ...createHarness({ store }) };
}

it("adopts the table that a team already has, rows and all", async () => {
  const { client, ann, list, call, emulator, connect } = await openGuideDatabase();
  const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
  const id = crypto.randomUUID();
  await client.query(`${insert} VALUES ($1, $2, 'gmail', $3, 'test')`, [id, ann.user, key]);
  await client.query(`${insert} VALUES ($1, $2, 'slack', NULL, NULL)`, [
    crypto.randomUUID(),
    ann.user,
  ]);

  expect((await list(ann)).connections).toMatchObject([
    { id, key, platform: "gmail", state: "operational", identityType: "user" },
  ]);
  expect((await call(`/connections/${id}`, { method: "DELETE", as: ann })).status).toBe(204);
  expect(emulator.control.connections()).toEqual([]);

  // A row without a key is of no use here, but it is the team's.
  const { rows } = await client.query("SELECT platform FROM user_connections");
  expect(rows).toEqual([{ platform: "slack" }]);
  await connect.close();
});

it("deletes an adopted connection at Pica that has failed, though nobody has listed it yet", async () => {
  const { client, ann, list, call, emulator, connect } = await openGuideDatabase();
  const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
  emulator.control.setConnectionState({ connection: key, state: "failed" });
  const id = crypto.randomUUID();
  await client.query(`${insert} VALUES ($1, $2, 'gmail', $3, 'test')`, [id, ann.user, key]);

  expect((await call(`/connections/${id}`, { method: "DELETE", as: ann })).status).toBe(204);
  expect(emulator.control.connections()).toEqual([]);
  expect((await list(ann)).connections).toEqual([]);
  await connect.close();
});
