import { request as forward } from "node:http";
import type { Plugin } from "vite";

/** Where `backend.ts` listens; it starts after this plugin, in the same process. */
export const backendVariable = "AUTHKIT_TEST_BACKEND";

/**
 * Passes `/api/connect` on to the test's backend, before Vite's own CORS can answer for it: the
 * kit then calls its own origin, as in a product.
 */
export const backendProxy = (): Plugin => ({
  name: "test-backend-proxy",
  configureServer(vite) {
    vite.middlewares.use((request, response, next) => {
      const backend = process.env[backendVariable];
      if (!backend || !request.url?.startsWith("/api/connect")) {
        next();
        return;
      }
      const { method, headers } = request;
      const upstream = forward(backend + request.url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      upstream.on("error", () => response.destroy());
      response.on("close", () => upstream.destroy());
      request.pipe(upstream);
    });
  },
});
