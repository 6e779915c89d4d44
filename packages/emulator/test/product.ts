import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";

/** The official hooks and the packages that they come in. */
const packages = { useAuthKit: "@picahq/authkit", useOneAuth: "@withone/auth" } as const;
type Hook = keyof typeof packages;

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
  /**
   * Address of its page; another site than the emulator's, as in life.
   *
   * @param openerPolicy Value of the page's Cross-Origin-Opener-Policy header.
   */
  page(hook: Hook, options?: HookOptions, openerPolicy?: string): string;
  /** Path and query of each request of the hosted page to the token endpoint. */
  tokenRequests: string[];
  /** Lets the token endpoint answer with this status instead of a token. */
  refuseTokens(status: 401 | 500 | undefined): void;
  close(): Promise<void>;
}

/** Its one visitor is the user `user-42`; the token endpoint knows the product by its ticket. */
export async function startProduct(
  { origin }: { origin: string },
  isOne = false,
): Promise<Product> {
  // A path of the emulator's is no part of the origin that CORS and cookies know.
  const pageOrigin = new URL(origin).origin;
  const app = new Hono();
  const tokenRequests: string[] = [];
  let refusal: 401 | 500 | undefined;

  const { resolve } = createRequire(import.meta.url);
  for (const [hook, name] of Object.entries(packages)) {
    app.get(`/${hook}.js`, async (c) => {
      c.header("content-type", "text/javascript");
      return c.body(await readFile(join(dirname(resolve(name)), "index.esm.js"), "utf8"));
    });
  }
  app.get("/", (c) => {
    const openerPolicy = c.req.query("openerPolicy");
    if (openerPolicy) c.header("cross-origin-opener-policy", openerPolicy);
    return c.html(hostPage(origin));
  });
  app.get("/favicon.ico", (c) => c.body(null, 204));

  app.use("/token", cors({ origin: pageOrigin, allowHeaders: ["authorization", "content-type"] }));
  app.post("/token", async (c) => {
    const { page = "1", limit = "100" } = c.req.query();
    tokenRequests.push(`/token?page=${page}&limit=${limit}`);
    if (refusal) return c.json({ error: "refused" }, refusal);
    if (c.req.header("authorization") !== "Bearer ticket") return c.json({ error: "ticket" }, 401);
    return c.json(await mintToken(origin, isOne, `page=${page}&limit=${limit}`));
  });

  const server = createServer(getRequestListener(app.fetch));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    page: (hook, options = {}, openerPolicy = "") => {
      const query = { hook, options: JSON.stringify(options), openerPolicy };
      return `http://localhost:${port}/?${new URLSearchParams(query)}`;
    },
    tokenRequests,
    refuseTokens(status) {
      refusal = status;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What the READMEs of `@picahq/authkit-token` and `@withone/auth` tell a back end to do. */
async function mintToken(origin: string, isOne: boolean, query: string): Promise<object> {
  const headers = {
    [isOne ? "x-one-secret" : "x-pica-secret"]: "sk_test_local",
    "content-type": "application/json",
  };
  const answer = await fetch(`${origin}/v1/authkit${isOne ? "/token" : ""}?${query}`, {
    method: "POST",
    headers,
    body: JSON.stringify({ identity: "user-42", identityType: "user" }),
  });
  const token = (await answer.json()) as object;
  if (isOne) return token;
  const flags = await fetch(`${origin}/v1/users/flags`, { headers });
  const { authkitWhitelist } = (await flags.json()) as { authkitWhitelist: boolean };
  return { ...token, isWhiteLabel: authkitWhitelist };
}

/** The page records what the hook calls back in `window.calls`, and all messages that reach it. */
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
      window.messages = [];
      addEventListener("message", ({ data, origin }) => {
        if (data?.messageType) window.messages.push({ ...data, origin });
      });
      window.calls = [];
      const record = (name) => (value) => window.calls.push([name, value]);
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
