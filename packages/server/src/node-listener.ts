import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ConnectServer } from "./connect-server.ts";

/** What Express leaves on a request that passed through it. */
interface PassedRequest extends IncomingMessage {
  /** The whole address; a mounted handler's `url` lacks the mount path. */
  originalUrl?: string | undefined;
  /** What `express.json()` made of the body. */
  body?: unknown;
  /** Read by the adapter in place of a stream that has been consumed. */
  rawBody?: Buffer | undefined;
}

/** Options of `createNodeListener`. */
export interface NodeListenerOptions {
  /**
   * Whether the process's global `Request` and `Response` may be replaced by lighter ones, which
   * makes answers several times as fast.
   * @default false: the process is the product's
   */
  overrideGlobalObjects?: boolean | undefined;
}

/**
 * The handler as a listener of Node's `http`, which Express 5 mounts as it is, before or after
 * `express.json()`.
 *
 * @example
 * createServer(createNodeListener(connect)).listen(8787);
 * app.use("/api/connect", createNodeListener(connect));
 */
export function createNodeListener(
  connect: Pick<ConnectServer, "handler">,
  { overrideGlobalObjects = false }: NodeListenerOptions = {},
) {
  const listener = getRequestListener(
    (request, { incoming }) =>
      connect.handler(request, {
        address: "socket" in incoming ? incoming.socket?.remoteAddress : undefined,
      }),
    { overrideGlobalObjects },
  );
  return (incoming: PassedRequest, outgoing: ServerResponse): Promise<void> => {
    if (incoming.originalUrl !== undefined) incoming.url = incoming.originalUrl;
    if (incoming.body !== undefined && incoming.readableEnded) {
      incoming.rawBody = Buffer.from(JSON.stringify(incoming.body));
    }
    return listener(incoming, outgoing);
  };
}
