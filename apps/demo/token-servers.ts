import { serve } from "@authkit-ui/server/node";
import { createTokenServer, type TokenServerOptions } from "@authkit-ui/token-server";
import { startRoundRobin } from "./round-robin.ts";

/** The reference server, on a port; or several of it, behind one. */
export interface TokenServers {
  origin: string;
  /** How many requests each has been given; empty for one alone. */
  requestsGiven(): readonly number[];
  /** Finishes what runs and closes the databases. */
  close(): Promise<void>;
}

async function startTokenServer(options: TokenServerOptions, port: number) {
  const tokenServer = await createTokenServer(options);
  try {
    return await serve(tokenServer, { port, signals: false });
  } catch (error) {
    await tokenServer.close();
    throw error;
  }
}

/** Starts `instances` token servers on one database, reached by `port`; 0 takes any free one. */
export async function startTokenServers(
  options: TokenServerOptions,
  { port, instances }: { port: number; instances: number },
): Promise<TokenServers> {
  if (instances === 1) {
    return { ...(await startTokenServer(options, port)), requestsGiven: () => [] };
  }
  // At the same moment, as a platform starts them.
  const servers = await Promise.all(
    Array.from({ length: instances }, () => startTokenServer(options, 0)),
  );
  const balancer = await startRoundRobin(
    servers.map(({ origin }) => Number(new URL(origin).port)),
    port,
  );
  return {
    origin: balancer.origin,
    requestsGiven: balancer.given,
    close: async () => {
      await balancer.close();
      for (const server of servers) await server.close();
    },
  };
}
