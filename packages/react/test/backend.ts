import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serveEmulator } from "@authkit-ui/emulator/node";
import {
  type ConnectServer,
  createConnectServer,
  createMemoryStore,
  defineAction,
} from "@authkit-ui/server";
import { getRequestListener } from "@hono/node-server";
import type { ProvidedContext } from "vitest";
import type { TestProject } from "vitest/node";
import { backendVariable, serverLog } from "./backend-proxy.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The React that the project runs on. */
    reactMajor: string;
    /** Origin of the emulated Pica cloud, where AuthKit's page lives. */
    authKitOrigin: string;
    /** The same under One's name; its server is at `/api/connect-one`. */
    oneOrigin: string;
    /** Origins at which AuthKit's page is broken, each in a way of its own. */
    brokenOrigins: Record<"hanging" | "failing" | "unframeable" | "refusing", string>;
  }
}

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

const stop = (server: Server) =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });

const viewerOf = (request: Request) =>
  /(?:^|;\s*)viewer=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];

/** What the server logs goes to the tests, not to the terminal. */
const log = (...line: unknown[]) => serverLog().push(JSON.stringify(line));

/** The server, and what stands behind it and beside it. */
export interface Backend {
  /** Origin of the server. */
  origin: string;
  authKitOrigin: string;
  oneOrigin: string;
  brokenOrigins: ProvidedContext["brokenOrigins"];
  /** The agent of a person of the server on One, with the tool `readProfile` for Gmail. */
  oneAgent: ConnectServer["agent"];
  close: () => Promise<void>;
}

const readProfile = defineAction({
  platform: "gmail",
  method: "GET",
  path: "/users/me/profile",
  actionId: "conn_mod_def::profile",
  inputSchema: { type: "object" },
  input: { "~standard": { version: 1, vendor: "test", validate: (value) => ({ value }) } },
});

/**
 * The real server before an emulated Pica cloud, once for all browser tests. Who is signed in
 * stands in the cookie `viewer`: each test is its own person and meets nobody else's data.
 *
 * @param answer What the server says to everything that is not the kit's.
 */
export async function startBackend(
  answer: (request: Request) => Response = () => new Response(null, { status: 404 }),
): Promise<Backend> {
  const pica = await serveEmulator();
  const one = await serveEmulator({ generation: "one" });
  const hanging = createServer(() => {});
  const failing = createServer((_request, response) => response.writeHead(500).end("Down"));
  const unframeable = createServer((_request, response) =>
    response.writeHead(200, { "content-security-policy": "frame-ancestors 'none'" }).end("AuthKit"),
  );
  const refusing = createServer();
  const brokenOrigins = {
    hanging: await listen(hanging),
    failing: await listen(failing),
    unframeable: await listen(unframeable),
    refusing: await listen(refusing),
  };
  await stop(refusing);

  const clouds = { pica, one };
  const newServer = (basePath: string, generation: "pica" | "one" = "pica") =>
    createConnectServer({
      basePath,
      secret: "sk_test_local",
      authenticate: (request) => {
        const viewer = viewerOf(request);
        return viewer && viewer !== "nobody" ? { user: viewer, team: `team-of-${viewer}` } : null;
      },
      store: createMemoryStore(),
      pica: { generation, baseUrl: clouds[generation].origin },
      authKitOrigins: [clouds[generation].origin],
      rateLimits: false,
      actions: { readProfile },
      logger: { debug: log, info: log, warn: log, error: log },
    });
  const connect = newServer("/api/connect");
  const ones = newServer("/api/connect-one", "one");
  const server = createServer(
    getRequestListener((request) => {
      if (!request.url.includes("/api/connect")) return answer(request);
      return (request.url.includes("/api/connect-one/") ? ones : connect).handler(request);
    }),
  );
  return {
    origin: await listen(server),
    authKitOrigin: pica.origin,
    oneOrigin: one.origin,
    brokenOrigins,
    oneAgent: ones.agent,
    close: async () => {
      await Promise.all([server, hanging, failing, unframeable].map(stop));
      await Promise.all([connect, ones].map((server) => server.close()));
      await Promise.all([pica.close(), one.close()]);
    },
  };
}

/** Vitest sets each project up by itself, with modules of its own; all share the one backend. */
const shared = globalThis as typeof globalThis & { authKitTestBackend?: Promise<Backend> };

export async function setup(project: TestProject): Promise<void> {
  shared.authKitTestBackend ??= startBackend();
  const { origin, authKitOrigin, oneOrigin, brokenOrigins } = await shared.authKitTestBackend;
  process.env[backendVariable] = origin;
  project.provide("authKitOrigin", authKitOrigin);
  project.provide("oneOrigin", oneOrigin);
  project.provide("brokenOrigins", brokenOrigins);
}

export async function teardown(): Promise<void> {
  const backend = shared.authKitTestBackend;
  delete shared.authKitTestBackend;
  await (await backend)?.close();
}
