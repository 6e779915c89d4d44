import { createConnectServer, createMemoryStore } from "@authkit-ui/server";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const connect = createConnectServer({
  secret: process.env.PICA_SECRET_KEY,
  authenticate: () => ({ user: "u_one" }),
  store: createMemoryStore(),
  pica: { generation: "one", baseUrl: process.env.PICA_BASE_URL },
  authKitOrigins: [process.env.AUTHKIT_ORIGIN],
});

const app = new Hono();
app.all("/api/connect/*", (context) => connect.handler(context.req.raw));
app.use(serveStatic({ root: "dist" }));
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "localhost" });
