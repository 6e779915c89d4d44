import { inspect } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { describe, expect, it } from "vitest";
import { copyEmptyDatabase } from "../../test/empty-database.ts";
import { cookieOf, createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import { migrationScript } from "../store/migrations.ts";
import { createSqlStore } from "../store/sql-store.ts";

const store = await openTestStore();

describe("the log", () => {
  it("never holds a secret, ticket, key, cookie or identity, whatever fails", async () => {
    const { ann, session, token, call, connectAccount, list, emulator, log, advance } =
      createHarness({
        store,
        onConnected: ({ key }) => {
          throw new Error(`hook of ${key} with sk_test_local and Bearer abc.def.ghi`);
        },
        describeAccount: () => {
          throw Object.assign(new Error("no"), { cookie: cookieOf({ user: "u_1" }) });
        },
      });
    const { ticket } = await session(ann);
    const connection = await connectAccount(ann, "gmail");
    for (const status of [401, 402, 403, 500]) {
      emulator.control.addFault({ kind: "status", status, message: `no ${connection.key}` });
      await token(ticket);
      await list(ann, "?refresh=true");
      await call(`/connections/${connection.id}`, { method: "DELETE", as: ann });
      await call("/connectors", { as: ann });
      emulator.control.clearFaults();
      advance(20_000);
    }
    expect(log.length).toBeGreaterThan(5);
    const text = log.join("\n");
    for (const secret of ["sk_test", "::", ticket, ann.user, ann.team, "eyJ", "abc.def"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("names nobody when the database refuses a statement, and says how it refused", async () => {
    const client = await PGlite.create(await copyEmptyDatabase());
    await client.exec(migrationScript);
    const { ann, connectAccount, call, log, connect, advance } = createHarness({
      store: createSqlStore(drizzle(client), {
        runLocked: async (_locks, statement) => statement(drizzle(client)),
        migrate: async () => {},
        close: () => client.close(),
      }),
      describeAccount: () => "ann@marlow.example",
    });
    const { id } = await connectAccount(ann, "gmail");
    const rename = () =>
      call(`/connections/${id}`, { method: "PATCH", as: ann, body: { name: "Ann's own" } });
    const alter = (change: string) => client.exec(`ALTER TABLE user_connections ${change}`);

    // Its detail quotes the whole row, and 22001 is of the same kind as those that quote a value.
    await alter("ADD CONSTRAINT short CHECK (length(name) < 3)");
    expect((await rename()).status).toBe(500);
    await alter("DROP CONSTRAINT short, ALTER COLUMN name TYPE varchar(3)");
    expect((await rename()).status).toBe(500);
    await alter("RENAME TO elsewhere");
    expect((await rename()).status).toBe(503);
    advance(20_000);
    expect((await call("/connections", { as: ann })).status).toBe(503);
    const failure: unknown = await connect.connections.list(ann).catch((error) => error);

    const text = `${log.join("\n")} ${inspect(failure, { depth: 20 })}`;
    for (const code of ["23514", "22001", "42P01"]) expect(text).toContain(code);
    for (const personal of [ann.user, ann.team, "ann@marlow", "Ann's own", "::"]) {
      expect(text).not.toContain(personal);
    }
    await connect.close();
  });

  it("cannot fail a request", async () => {
    const fail = () => {
      throw new Error("disk full");
    };
    const logger = { debug: fail, info: fail, warn: fail, error: fail };
    const { ann, call, emulator } = createHarness({ store, logger });
    emulator.control.addFault({ kind: "status", status: 500 });
    expect((await call("/connections", { as: ann })).status).toBe(200);
  });
});
