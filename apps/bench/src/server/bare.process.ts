import { PGlite } from "@electric-sql/pglite";
import { AuthKitToken } from "@picahq/authkit-token";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { Pool } from "pg";
import { readOptions, serveParent } from "./child-process.ts";
import { listen } from "./listen.ts";

/**
 * The limit and the peer: routes that do the one thing and nothing else. No sign-in, no checks, no
 * limits, no error answers.
 */
export interface BareOptions {
  picaOrigin: string;
  /** What the catalog route answers with. */
  catalog: string;
  /** PostgreSQL with the kit's tables; absent: a PGlite of its own with the same rows. */
  databaseUrl?: string;
  /** Whose connections the list route reads. */
  user: string;
  /** How many they have. */
  accounts: number;
}

const { picaOrigin, catalog, databaseUrl, user, accounts } = readOptions<BareOptions>();
const select =
  "SELECT id, connection_key, platform, name, account, environment, state, identity_type, " +
  "created_at, updated_at FROM user_connections WHERE user_id = $1 AND identity_type = 'user' " +
  "ORDER BY created_at";

async function openDatabase() {
  if (databaseUrl) {
    const pool = new Pool({ connectionString: databaseUrl, max: 10 });
    return { query: () => pool.query(select, [user]), close: () => pool.end() };
  }
  const pglite = await PGlite.create();
  await pglite.exec(`
    CREATE TABLE user_connections (id uuid, user_id text, connection_key text, platform text,
      name text, account text, environment text, state text, identity_type text,
      created_at timestamptz, updated_at timestamptz);
    CREATE INDEX ON user_connections (user_id, identity_type);
    INSERT INTO user_connections SELECT gen_random_uuid(), '${user}', 'test::gmail::' || n, 'gmail',
      NULL, NULL, 'test', 'operational', 'user', now(), now()
      FROM generate_series(1, ${accounts}) n;`);
  return { query: () => pglite.query(select, [user]), close: () => pglite.close() };
}

const database = await openDatabase();
const etag = '"a"';
const parsed: unknown = JSON.parse(catalog);
const app = new Hono();
app.get("/catalog/text", (c) =>
  c.req.header("if-none-match") === etag
    ? c.body(null, 304, { etag })
    : c.body(catalog, 200, { "content-type": "application/json", etag }),
);
app.get("/catalog/json", (c) => c.json(parsed));
app.get("/connections", async (c) => {
  const { rows } = await database.query();
  return c.json({ connections: rows });
});
// As the README of @picahq/authkit-token shows it, with the emulator in the place of Pica.
app.use("/authkit-token", cors());
app.post("/authkit-token", async (c) => {
  const authKitToken = new AuthKitToken("sk_test_local", { baseUrl: picaOrigin });
  const token = await authKitToken.create({ identity: user, identityType: "user" });
  return c.json(token);
});
// One page of the token, handed on as it comes.
app.post("/authkit-proxy", async () => {
  const { status, body } = await fetch(`${picaOrigin}/v1/authkit?limit=50&page=1`, {
    method: "POST",
    headers: { "x-pica-secret": "sk_test_local", "content-type": "application/json" },
    body: JSON.stringify({ identity: user, identityType: "user" }),
  });
  return new Response(body, { status, headers: { "content-type": "application/json" } });
});

const { origin, close } = await listen((request) => app.fetch(request));
serveParent(origin, async () => {
  await close();
  await database.close();
});
