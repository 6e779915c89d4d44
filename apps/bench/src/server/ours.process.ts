import { createConnectServer } from "@authkit-ui/server";
import { createPgliteStore } from "@authkit-ui/server/pglite";
import { createPostgresStore } from "@authkit-ui/server/postgres";
import { readOptions, serveParent } from "./child-process.ts";
import { listen } from "./listen.ts";
import { viewerIn } from "./viewer.ts";

export interface OursOptions {
  picaOrigin: string;
  /** PostgreSQL; absent: PGlite. */
  databaseUrl?: string;
  /** Where PGlite keeps its files; absent: in memory. */
  databaseFolder?: string;
}

const { picaOrigin, databaseUrl, databaseFolder } = readOptions<OursOptions>();
const unreachable = 1_000_000_000;

const connect = createConnectServer({
  secret: "sk_test_local",
  authenticate: (request) => viewerIn(request),
  store: databaseUrl
    ? createPostgresStore({ connectionString: databaseUrl })
    : createPgliteStore(databaseFolder ? { folder: databaseFolder } : {}),
  pica: { baseUrl: picaOrigin },
  authKitOrigins: [picaOrigin],
  // Counted as in life, only never reached: counting is part of what a request costs.
  rateLimits: {
    address: unreachable,
    reads: unreachable,
    writes: unreachable,
    sessions: unreachable,
    tokens: unreachable,
  },
});
await connect.migrate();
const { origin, close } = await listen((request, info) => connect.handler(request, info));
serveParent(origin, async () => {
  await close();
  await connect.close();
});
