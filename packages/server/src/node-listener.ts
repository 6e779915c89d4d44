import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ConnectServer } from "./connect-server.ts";

/** What Express leaves on a request that passed through it. */
interface PassedRequest extends IncomingMessage {
  /** The whole address; a mounted handler's `url` lacks the mount path. */
  originalUrl?: string | undefined;
  /** What a body parser made of the body: JSON, text or bytes. */
  body?: unknown;
  /** Read by the adapter in place of a stream that has been consumed. */
  rawBody?: Buffer | undefined;
}

/** The bytes of a body that was read before: `express.raw()` and `express.text()` leave it as it is. */
function toBytes(body: unknown): Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
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
 * `express.json()`, `express.raw()` and `express.text()`.
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
      incoming.rawBody = toBytes(incoming.body);
    }
    return listener(incoming, outgoing);
  };
}
