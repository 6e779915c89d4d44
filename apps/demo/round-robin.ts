import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { pipeline } from "node:stream";

/** A load balancer that gives each new connection to the next of several servers. */
export interface RoundRobin {
  origin: string;
  /** How many connections each server has been given, in the order of `ports`. */
  given(): readonly number[];
  close(): Promise<void>;
}

/**
 * Listens before servers on this machine. Vite's proxy opens a connection for each request, so
 * behind it requests alternate. Bytes pass as they came: nobody sees that it stands there.
 */
export async function startRoundRobin(ports: readonly number[], port: number): Promise<RoundRobin> {
  const instances = ports.map((instancePort) => ({ port: instancePort, given: 0 }));
  const clients = new Set<Socket>();
  let turn = 0;

  const server = createServer((client) => {
    const instance = instances[turn++ % instances.length];
    if (!instance) throw new Error("There is no server to balance between.");
    instance.given += 1;
    clients.add(client);
    // An error of either side ends both; whoever asked sees a broken connection, as in life.
    pipeline(client, connect(instance.port, "127.0.0.1"), client, () => clients.delete(client));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given: () => instances.map(({ given }) => given),
    close: () => {
      for (const client of clients) client.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
