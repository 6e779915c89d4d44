import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";

/** The official packages, by their main files' neighbours: modules that a browser takes as they are. */
const clients = {
  useAuthKit: "@picahq/authkit",
  useOneAuth: "@withone/auth",
} as const;

/** What the product's page passes to the official hook, beside the token endpoint. */
export interface HookOptions {
  selectedConnection?: string;
  showNameInput?: boolean;
  appTheme?: "light" | "dark";
  title?: string;
  companyName?: string;
  authWindow?: "same" | "popup";
}

/** A product that embeds AuthKit by an official package and runs a token endpoint for it. */
export interface Product {
  /** Address of its page; another site than the emulator's. */
  page(hook: keyof typeof clients, options?: HookOptions): string;
  /** Requests of the hosted page to the token endpoint: their paths with query. */
  tokenRequests: string[];
  /** Lets the token endpoint answer with this status instead of a token. */
  refuseTokens(status: number | undefined): void;
  close(): Promise<void>;
}

/** @param identity Whose accounts the product's visitor connects. */
export async function startProduct(emulatorOrigin: string, identity = "user-42"): Promise<Product> {
  const app = new Hono();
  const tokenRequests: string[] = [];
  let refusal: number | undefined;

  const { resolve } = createRequire(import.meta.url);
  for (const [hook, name] of Object.entries(clients)) {
    app.get(`/${hook}.js`, async (c) => {
      c.header("content-type", "text/javascript");
      return c.body(await readFile(join(dirname(resolve(name)), "index.esm.js"), "utf8"));
    });
  }

  app.get("/", (c) => c.html(hostPage(emulatorOrigin)));

  app.use(
    "/token",
    cors({ origin: emulatorOrigin, allowHeaders: ["authorization", "content-type"] }),
  );
  app.post("/token", async (c) => {
    tokenRequests.push(c.req.url.slice(c.req.url.indexOf("/token")));
    if (refusal) return c.json({ error: "refused" }, refusal as 401);
    if (c.req.header("authorization") !== "Bearer ticket") return c.json({ error: "ticket" }, 401);
    const { page = "1", limit = "100" } = c.req.query();
    const answer = await fetch(`${emulatorOrigin}/v1/authkit?page=${page}&limit=${limit}`, {
      method: "POST",
      headers: { "x-pica-secret": "sk_test_local", "content-type": "application/json" },
      body: JSON.stringify({ identity, identityType: "user" }),
    });
    const flags = await fetch(`${emulatorOrigin}/v1/users/flags`, {
      headers: { "x-pica-secret": "sk_test_local" },
    });
    const { authkitWhitelist } = (await flags.json()) as { authkitWhitelist: boolean };
    return c.json({ ...((await answer.json()) as object), isWhiteLabel: authkitWhitelist });
  });

  const server = createServer(getRequestListener(app.fetch));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    // localhost against the emulator's 127.0.0.1: another site, as in life.
    page: (hook, options = {}) =>
      `http://localhost:${port}/?${new URLSearchParams({ hook, options: JSON.stringify(options) })}`,
    tokenRequests,
    refuseTokens(status) {
      refusal = status;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The page records what the hook calls back in `window.calls`, across a redirect too. */
const hostPage = (emulatorOrigin: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Halyard</title></head>
  <body>
    <h1>Halyard</h1>
    <button id="open" hidden>Connect</button>
    <script type="module">
      const query = new URLSearchParams(location.search);
      const hook = query.get("hook");
      const { [hook]: useHook } = await import("/" + hook + ".js");
      window.calls = JSON.parse(sessionStorage.getItem("calls") ?? "[]");
      const record = (name) => (value) => {
        window.calls.push([name, value]);
        sessionStorage.setItem("calls", JSON.stringify(window.calls));
      };
      const { open } = useHook({
        baseUrl: ${JSON.stringify(emulatorOrigin)},
        token: { url: location.origin + "/token", headers: { authorization: "Bearer ticket" } },
        ...JSON.parse(query.get("options")),
        onSuccess: record("success"),
        onError: record("error"),
        onClose: record("close"),
      });
      document.querySelector("#open").onclick = open;
      document.querySelector("#open").hidden = false;
    </script>
  </body>
</html>`;
