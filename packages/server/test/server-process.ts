/**
 * A server in a process of its own, for tests that kill it. Settings come as JSON in the first
 * argument; it prints its origin, or what kept it from starting.
 */
import { z } from "zod";
import { createConnectServer, defineAction } from "../src/index.ts";
import { serve } from "../src/node.ts";
import { createPgliteStore } from "../src/pglite.ts";
import { createPostgresStore } from "../src/postgres.ts";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { viewerOf } from "./harness.ts";

export interface ServerProcessSettings {
  pica: string;
  /** A folder of the embedded database, or an address of PostgreSQL. */
  folder?: string;
  databaseUrl?: string;
  /**
   * Kills the process when it is about to store or remove a connection, to run a hook, or to store
   * the outcome of an agent's call.
   */
  dieBefore?: "upsertConnections" | "removeConnection" | "onNeedsAttention" | "storeOutcome";
  /** Makes a call as that person's agent, that many milliseconds later, and prints its outcome. */
  agentCall?: { user: string; later: number };
  /** Runs two sweeps, each that many milliseconds later, and prints the hooks that ran. */
  sweepEvery?: number;
}

const settings: ServerProcessSettings = JSON.parse(process.argv[2] ?? "{}");

const store: ConnectStore = settings.databaseUrl
  ? createPostgresStore({ connectionString: settings.databaseUrl })
  : createPgliteStore({ folder: settings.folder });

const dieBefore = (method: ServerProcessSettings["dieBefore"]) => {
  if (settings.dieBefore === method) process.kill(process.pid, "SIGKILL");
};

let ahead = 0;
const ran: string[] = [];

const connect = createConnectServer({
  secret: "sk_test_local",
  authenticate: viewerOf,
  store: {
    ...store,
    upsertConnections: async (truth) => {
      dieBefore("upsertConnections");
      return store.upsertConnections(truth);
    },
    removeConnection: async (...rest) => {
      dieBefore("removeConnection");
      return store.removeConnection(...rest);
    },
    updateAgentCall: async (id, change, now) => {
      if ("status" in change && change.status === "done") dieBefore("storeOutcome");
      return store.updateAgentCall(id, change, now);
    },
  },
  pica: { baseUrl: settings.pica, timeout: 60_000 },
  now: () => Date.now() + ahead,
  actions: {
    sendMessage: defineAction({
      platform: "gmail",
      method: "POST",
      path: "/users/me/messages/send",
      actionId: "conn_mod_def::send",
      input: z.unknown(),
    }),
  },
  onNeedsAttention: ({ platform }) => {
    dieBefore("onNeedsAttention");
    ran.push(`needs attention ${platform}`);
  },
});

try {
  await connect.migrate();
  if (settings.sweepEvery !== undefined) {
    for (let sweeps = 0; sweeps < 2; sweeps++) {
      ahead += settings.sweepEvery;
      await connect.sweep();
    }
    console.log(`ran ${JSON.stringify(ran)}`);
    await connect.close();
    process.exit(0);
  }
  if (settings.agentCall) {
    const { user, later } = settings.agentCall;
    ahead += later;
    const agent = connect.agent({ user });
    const outcome = await agent.call({ callId: "1", tool: "sendMessage", input: { raw: "x" } });
    console.log(`outcome ${JSON.stringify(outcome)}`);
    await connect.close();
    process.exit(0);
  }
  const { origin } = await serve(connect, { port: 0 });
  console.log(`listening ${origin}`);
} catch (error) {
  const { cause } = error as Error;
  console.log(
    `refused ${cause instanceof Error ? `${(cause as Error & { code?: string }).code}: ${cause.message}` : error}`,
  );
  process.exit(1);
}
