import { createEmulator } from "@authkit-ui/emulator";
import { createConnectServer, createMemoryStore } from "@authkit-ui/server";
import { Hono } from "hono";
import { makeConnectors } from "../connectors/make-connectors.ts";
import { listen } from "../server/listen.ts";
import type { ContestantName, Page } from "./bundle-pages.ts";

const html = (name: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/${name}.css">
</head><body><div id="root"></div><script type="module" src="/${name}.js"></script></body></html>`;

/** A logo of its own for each name. */
const logo = (name: string) => {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="hsl(${hue} 60% 50%)" d="M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0m5-3h6v6H9z"/></svg>`;
};

/** A real connect server before an emulated Pica that has the same connectors. */
function connectServerFor(count: number) {
  const origin = "http://127.0.0.1:9";
  const emulator = createEmulator({
    origin,
    catalog: makeConnectors(count, origin).map(({ platform, name, category, actionCount }) => ({
      platform,
      name,
      category,
      tools: actionCount,
    })),
  });
  return createConnectServer({
    secret: "sk_test_local",
    basePath: `/api/connect-${count}`,
    authenticate: () => ({ user: "u_bench" }),
    store: createMemoryStore(),
    pica: { baseUrl: origin },
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
    rateLimits: false,
  });
}

/** Serves the pages, their data, a logo for each connector, and ours the wire that it needs. */
export async function servePages(
  pages: ReadonlyMap<ContestantName, Page>,
  counts: readonly number[],
) {
  const app = new Hono();
  for (const [name, page] of pages) {
    if ("failure" in page) continue;
    app.get(`/${name}`, (c) => c.html(html(name)));
    for (const [file, script] of page.scripts) {
      app.get(`/${file}`, (c) => c.body(script, 200, { "content-type": "text/javascript" }));
    }
    app.get(`/${name}.css`, (c) => c.body(page.style, 200, { "content-type": "text/css" }));
  }
  app.get("/logos/:file", (c) =>
    c.body(logo(c.req.param("file")), 200, {
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=3600",
    }),
  );
  for (const count of counts) {
    const connect = connectServerFor(count);
    app.get(`/catalog/${count}.json`, (c) =>
      c.json(makeConnectors(count, new URL(c.req.url).origin)),
    );
    app.all(`/api/connect-${count}/*`, (c) => connect.handler(c.req.raw));
  }
  return listen((request) => app.fetch(request));
}
