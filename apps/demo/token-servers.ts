import type { AddressInfo } from "node:net";
import { createTokenServer, type TokenServerOptions } from "@authkit-ui/token-server";
import { serve } from "@hono/node-server";
import { startRoundRobin } from "./round-robin.ts";

/** The reference server, on a port; or several of it, behind one. */
export interface TokenServers {
  origin: string;
  /** How many requests each has been given; empty for one alone. */
  requestsGiven(): readonly number[];
  /** Finishes what runs and closes the databases. */
  close(): Promise<void>;
}

/** Listens; rejects when the port is taken. */
async function startTokenServer(options: TokenServerOptions, port: number) {
  const tokenServer = await createTokenServer(options);
  try {
    const server = serve({ fetch: (request) => tokenServer.fetch(request), port, hostname });
    await new Promise<void>((resolve, reject) => {
      server.once("listening", resolve);
      server.once("error", reject);
    });
    return {
      port: (server.address() as AddressInfo).port,
      close: async () => {
        await new Promise<void>((resolve) => server.close(() => resolve()));
        await tokenServer.close();
      },
    };
  } catch (error) {
    await tokenServer.close();
    throw error;
  }
}

const hostname = "127.0.0.1";

/** Starts `instances` token servers on one database, reached by `port`; 0 takes any free one. */
export async function startTokenServers(
  options: TokenServerOptions,
  { port, instances }: { port: number; instances: number },
): Promise<TokenServers> {
  if (instances === 1) {
    const server = await startTokenServer(options, port);
    const origin = `http://${hostname}:${server.port}`;
    return { origin, requestsGiven: () => [], close: server.close };
  }
  // At the same moment, as a platform starts them.
  const servers = await Promise.all(
    Array.from({ length: instances }, () => startTokenServer(options, 0)),
  );
  const balancer = await startRoundRobin(
    servers.map((server) => server.port),
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
