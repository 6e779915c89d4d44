import { once } from "node:events";
import { createServer } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { createHarness } from "../test/harness.ts";
import { createPostgresDatabase, openPostgres, postgresUrl } from "../test/test-store.ts";
import { createPostgresStore } from "./postgres.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe("a store on PostgreSQL", () => {
  it.each([undefined, ""])("whose address is %j is not made: pg would take one here", (url) => {
    expect(() => createPostgresStore({ connectionString: url })).toThrow(
      expect.objectContaining({
        code: "database_url_missing",
        message: expect.stringContaining("DATABASE_URL"),
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])("is not made with a pool of %s connections", (poolSize) => {
    expect(() => createPostgresStore({ connectionString: "postgres://db/app", poolSize })).toThrow(
      expect.objectContaining({
        code: "pool_size_malformed",
        message: expect.stringContaining(String(poolSize)),
      }),
    );
  });

  it("begins a connection with nothing that a pooler refuses", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    closers.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : null;
    const store = openPostgres(`postgres://ann@127.0.0.1:${port}/app`);
    closers.push(store.close);
    const found = store.findSession(crypto.randomUUID()).catch(() => null);
    const [socket] = await once(server, "connection");
    const [packet] = await once(socket, "data");
    socket.destroy();
    await found;
    // A length, a version, then pairs of a parameter and its value: those that PgBouncer knows.
    const words = packet.subarray(8).toString().split("\0").filter(Boolean);
    expect(words.filter((_word: string, index: number) => index % 2 === 0).sort()).toEqual([
      "client_encoding",
      "database",
      "user",
    ]);
  });

  // Only a PostgreSQL can say these; without one they are not there at all.
  if (postgresUrl) {
    const openDatabase = async () => {
      const { url, drop } = await createPostgresDatabase();
      closers.push(drop);
      const admin = new pg.Client({ connectionString: url });
      await admin.connect();
      closers.push(() => admin.end());
      return { url, admin };
    };

    it("names no statement, for a pooler gives the next one to another connection", async () => {
      const { url, admin } = await openDatabase();
      const { ann, session, token, connectAccount, list, connect } = createHarness({
        store: openPostgres(url),
      });
      closers.push(connect.close);
      await connect.migrate();
      await admin.query(`CREATE TABLE named (name text);
        CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          INSERT INTO named SELECT name FROM pg_prepared_statements; RETURN NULL; END $$;
        CREATE TRIGGER look AFTER INSERT OR UPDATE ON authkit_ui_rate_limits
          EXECUTE FUNCTION look();
        CREATE TRIGGER look AFTER INSERT OR UPDATE ON connect_sessions EXECUTE FUNCTION look()`);
      for (let turn = 0; turn < 2; turn++) {
        const { ticket } = await session(ann);
        expect((await token(ticket)).status).toBe(200);
        await connectAccount(ann, "gmail");
        await list(ann);
      }
      expect((await admin.query("SELECT count(*) FROM authkit_ui_rate_limits")).rows).not.toEqual([
        { count: "0" },
      ]);
      expect((await admin.query("SELECT DISTINCT name FROM named")).rows).toEqual([]);
    });

    it("needs no right to create tables once the database is up to date", async () => {
      const { url, admin } = await openDatabase();
      const owner = openPostgres(url);
      await owner.migrate();
      await owner.close();
      const role = `daily_${crypto.randomUUID().replaceAll("-", "")}`;
      await admin.query(`CREATE ROLE ${role} LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
      closers.push(() => admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`));
      const address = new URL(url);
      address.username = role;
      const { ann, connectAccount, list, connect } = createHarness({
        store: openPostgres(address.href),
      });
      closers.push(connect.close);
      const { key } = await connectAccount(ann, "gmail");
      expect((await list(ann)).connections).toMatchObject([{ key }]);
    });
  }
});
