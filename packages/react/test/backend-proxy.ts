import { request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { RouteFaults } from "./route-faults.ts";

/** Where `backend.ts` listens; it starts after this plugin, in the same process. */
export const backendVariable = "AUTHKIT_TEST_BACKEND";

/** The server's log. Tests and backend are bundled apart, so it stands where both can reach it. */
export function serverLog(): string[] {
  const name = Symbol.for("authkit-ui/test-server-log");
  const page = globalThis as typeof globalThis & { [name]?: string[] };
  page[name] ??= [];
  return page[name];
}

/** What goes wrong between the browser and the server. */
export const routeFaults = new RouteFaults();

const basePath = "/api/connect";

function pass(backend: string, request: IncomingMessage, response: ServerResponse) {
  const { method, headers, url } = request;
  const upstream = forward(`${backend}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  upstream.on("error", () => response.destroy());
  response.on("close", () => upstream.destroy());
  request.pipe(upstream);
}

/**
 * Passes `/api/connect` on to the test's backend, before Vite's own CORS can answer for it: the
 * kit then calls its own origin, as in a product.
 */
export const backendProxy = (): Plugin => ({
  name: "test-backend-proxy",
  enforce: "pre",
  configureServer(vite) {
    vite.middlewares.use(async (request, response, next) => {
      const backend = process.env[backendVariable];
      const { method = "GET", url = "" } = request;
      if (!backend || !url.startsWith(basePath)) {
        next();
        return;
      }
      const path = url.slice(basePath.length);
      const fault = await routeFaults.meet(method, path);
      if (fault?.drop) {
        response.destroy();
      } else if (fault?.status) {
        const type = fault.type ?? "text/html";
        response.writeHead(fault.status, { "content-type": type, ...fault.headers });
        response.end(fault.body ?? "<h1>Error</h1>");
      } else {
        pass(backend, request, response);
      }
    });
  },
});
