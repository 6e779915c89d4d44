import { serveEmulator } from "@authkit-ui/emulator/node";
import { createConnectServer } from "@authkit-ui/server";
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
  close(): Promise<void>;
}

const html = (name: string, authKit: string) => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/${name}.css"></head><body><div id="root"></div>
<script type="module">import { mount } from "/${name}.js";
mount(document.querySelector("#root"), ${JSON.stringify(authKit)});</script></body></html>`;

/**
 * A product with both pages and both token routes, before an emulated Pica every answer of which
 * takes `latency` milliseconds.
 */
export async function serveProduct(pages: ProductPages, latency: number): Promise<Product> {
  const pica = await serveEmulator({ latency });
  const secret = "sk_test_local";
  const connect = createConnectServer({
    secret,
    authenticate: () => ({ user: "u_bench" }),
    store: createPgliteStore(),
    pica: { baseUrl: pica.origin },
    authKitOrigins: [pica.origin],
    rateLimits: false,
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
  app.all("/api/connect/*", (c) => connect.handler(c.req.raw));
  app.use("/authkit-token", cors());
  app.post("/authkit-token", async (c) => {
    const authKitToken = new AuthKitToken(secret, { baseUrl: pica.origin });
    return c.json(await authKitToken.create({ identity: "u_bench", identityType: "user" }));
  });
  const server = await listen((request) => app.fetch(request));
  return {
    origin: `http://localhost:${new URL(server.origin).port}`,
    close: async () => {
      await server.close();
      await connect.close();
      await pica.close();
    },
  };
}
