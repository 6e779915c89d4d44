import type { ConnectServer } from "./connect-server.ts";

/** A route handler of the App Router: a web-standard request in, a response out. */
export type RouteHandler = (request: Request) => Promise<Response>;

/**
 * The handler as the exports of a catch-all route of Next.js, which does not tell it who calls: set
 * `trustProxy` to what stands in front, or no request is counted by its address.
 *
 * @example
 * // app/api/connect/[...path]/route.ts
 * export const { GET, POST, PATCH, DELETE, OPTIONS } = createRouteHandlers(connect);
 */
export function createRouteHandlers(
  connect: Pick<ConnectServer, "handler">,
): Record<"GET" | "POST" | "PATCH" | "DELETE" | "OPTIONS", RouteHandler> {
  // Next passes its route context second, which is not what the handler takes there.
  const handle: RouteHandler = (request) => connect.handler(request);
  return { GET: handle, POST: handle, PATCH: handle, DELETE: handle, OPTIONS: handle };
}
