import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectConfigurationError } from "./configuration-error.ts";
import type { ConnectServer } from "./connect-server.ts";
import { createNodeListener } from "./node-listener.ts";

export interface ServeOptions {
  /** 0 takes any free one. */
  port: number;
  /**
   * The address to listen at; `0.0.0.0` for every one.
   * @default "127.0.0.1"
   */
  host?: string | undefined;
  /**
   * Whether SIGINT and SIGTERM close the server and then end the process; a second one ends it at
   * once, for a shutdown that hangs. `false` in a process that has more to close.
   * @default true
   */
  signals?: boolean;
}

/** A server that listens. */
export interface Served {
  /** `http://` and where it listens. */
  origin: string;
  /** Takes no new requests, finishes those that run, then closes the store. */
  close(): Promise<void>;
}

/**
 * Serves a connect server, or what contains one, as a program of its own.
 *
 * @throws ConnectConfigurationError `port_unavailable` when the port is taken or not allowed
 * @example
 * await serve(connect, { port: 8787 });
 */
export async function serve(
  app: Pick<ConnectServer, "handler" | "close">,
  { port, host = "127.0.0.1", signals = true }: ServeOptions,
): Promise<Served> {
  const server = createServer(createNodeListener(app, { overrideGlobalObjects: true }));
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", ({ message }) => {
      const advice = `Nothing can listen on port ${port} of ${host}: ${message}. Choose another port.`;
      reject(new ConnectConfigurationError("port_unavailable", advice));
    });
    server.listen(port, host);
  });

  const close = async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await app.close();
  };
  if (signals) endOnSignal(close);
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { origin: `http://${name}:${address.port}`, close };
}

function endOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const end = () => {
    if (closing) process.exit(1);
    closing = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
}
