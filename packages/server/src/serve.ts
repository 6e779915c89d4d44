import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ConnectServer } from "./connect-server.ts";
import { ConnectConfigurationError } from "./errors/configuration-error.ts";
import { createNodeListener } from "./node-listener.ts";

/** Options of `serve`. */
export interface ServeOptions {
  /** The port to listen on; 0 for any free one. */
  port: number;
  /**
   * The address to listen at; `0.0.0.0` for every one.
   * @default "127.0.0.1"
   */
  host?: string | undefined;
  /**
   * Whether SIGINT and SIGTERM close the server and then end the process; a second one ends it at
   * once, in case the shutdown hangs. `false` in a process that has more to close.
   * @default true
   */
  signals?: boolean | undefined;
  /**
   * Milliseconds that a shutdown waits for running requests before it closes their connections.
   * @default 8000: container engines kill a process after 10 seconds
   */
  grace?: number | undefined;
}

/** A server that `serve` has started. */
export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:8787`. */
  origin: string;
  /**
   * Accepts no new connections, answers the requests on open ones and closes those, then closes the
   * store.
   */
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
  { port, host = "127.0.0.1", signals = true, grace = 8_000 }: ServeOptions,
): Promise<RunningServer> {
  const listener = createNodeListener(app, { overrideGlobalObjects: true });
  const unanswered = new Set<ServerResponse>();
  let closing = false;
  const server = createServer((request, response) => {
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
    if (closing) endConnection(response);
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", ({ message }) => {
      const advice = `Nothing can listen on port ${port} of ${host}: ${message}. Choose another port.`;
      reject(new ConnectConfigurationError("port_unavailable", advice));
    });
    server.listen(port, host);
  });

  const close = async () => {
    closing = true;
    for (const response of unanswered) endConnection(response);
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(cut);
    await app.close();
  };
  if (signals) endOnSignal(close);
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { origin: `http://${name}:${address.port}`, close };
}

/** Without this, a client that is never idle would keep the server from closing. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
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
