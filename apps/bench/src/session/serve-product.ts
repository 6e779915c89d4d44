import { setTimeout } from "node:timers/promises";
import type { Emulator } from "@authkit-ui/emulator";
import { serveEmulator } from "@authkit-ui/emulator/node";
import { type ConnectServer, createConnectServer, defineAction } from "@authkit-ui/server";
import { createPgliteStore } from "@authkit-ui/server/pglite";
import { AuthKitToken } from "@picahq/authkit-token";
import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Scripts } from "../browser/bundle-scripts.ts";
import { listen } from "../server/listen.ts";

/** A page by its name, and its scripts and sheet. */
export type ProductPages = ReadonlyMap<string, { scripts: Scripts; style: string }>;

export interface Product {
  /** On another site than AuthKit's page, as in life. */
  origin: string;
  connect: ConnectServer;
  emulator: Emulator;
  close(): Promise<void>;
}

/** How slow everything is, in milliseconds. */
export interface ProductOptions {
  /** What every answer of the emulated Pica takes. @default 0 */
  latency?: number;
  /** What every answer of the product's own connect server takes on its way. @default 0 */
  delay?: number;
}

/** Who is signed in: whom the cookie `person` names. */
const personOf = ({ headers }: Request) =>
  /\bperson=([\w-]+)/.exec(headers.get("cookie") ?? "")?.[1] ?? "u_bench";

/** For an assistant whose call waits for an account. */
const createTask = defineAction({
  platform: "asana",
  method: "POST",
  path: "/tasks",
  actionId: "conn_mod_def::bench::create-task",
  input: { "~standard": { version: 1, vendor: "bench", validate: (value) => ({ value }) } },
});

const html = (name: string, authKit: string) => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/${name}.css"></head><body><div id="root"></div>
<script type="module">import { mount } from "/${name}.js";
mount(document.querySelector("#root"), ${JSON.stringify(authKit)});</script></body></html>`;

/** A product with its pages and both token routes, before an emulated Pica. */
export async function serveProduct(
  pages: ProductPages,
  { latency = 0, delay = 0 }: ProductOptions,
): Promise<Product> {
  const pica = await serveEmulator({ latency });
  const secret = "sk_test_local";
  const connect = createConnectServer({
    secret,
    authenticate: (request) => ({ user: personOf(request) }),
    store: createPgliteStore(),
    pica: { baseUrl: pica.origin },
    authKitOrigins: [pica.origin],
    rateLimits: false,
    actions: { createTask },
  });
  await connect.migrate();

  const app = new Hono();
  for (const [name, { scripts, style }] of pages) {
    app.get(`/${name}`, (c) => c.html(html(name, pica.origin)));
    for (const [file, script] of scripts) {
      app.get(`/${file}`, (c) => c.body(script, 200, { "content-type": "text/javascript" }));
    }
    app.get(`/${name}.css`, (c) => c.body(style, 200, { "content-type": "text/css" }));
  }
  app.all("/api/connect/*", async (c) => {
    if (delay > 0) await setTimeout(delay);
    return connect.handler(c.req.raw);
  });
  app.use("/authkit-token", cors());
  app.post("/authkit-token", async (c) => {
    const authKitToken = new AuthKitToken(secret, { baseUrl: pica.origin });
    return c.json(await authKitToken.create({ identity: "u_bench", identityType: "user" }));
  });
  const server = await listen((request) => app.fetch(request));
  return {
    origin: `http://localhost:${new URL(server.origin).port}`,
    connect,
    emulator: pica.emulator,
    close: async () => {
      await server.close();
      await connect.close();
      await pica.close();
    },
  };
}
