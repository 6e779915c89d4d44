import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

/** What `@hono/node-server` hands over beside the request. */
interface Bindings {
  incoming: { socket?: { remoteAddress?: string } };
}

type Fetch = (
  request: Request,
  info: { address?: string | undefined },
) => Response | Promise<Response>;

/** Listens on a free port of this machine; the same way for everything that is measured. */
export async function listen(fetch: Fetch): Promise<{ origin: string; close(): Promise<void> }> {
  const server = serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: (request, env) =>
      fetch(request, { address: (env as Bindings).incoming.socket?.remoteAddress }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
