import { routes } from "@authkit-ui/contract";
import type { ServedChild } from "./child-process.ts";
import type { Load } from "./load.ts";
import { pathOf, user } from "./stage.ts";
import { prepareTickets } from "./tickets.ts";
import { cookieOf } from "./viewer.ts";

const reads = { concurrency: 16, seconds: 2, status: 200 } as const;
/** Fewer: a whole token costs the emulated Pica three requests. */
const tokens = { concurrency: 4, seconds: 2, status: 200 } as const;
/** More than any window can use. */
const mostTokens = 4000;

/**
 * For answers that come often enough. What a shared machine does beside it lasts a second or two;
 * short windows in turns let it fall on all of them.
 */
export const shortly = (load: Load): Load => ({ ...load, seconds: 0.5 });

/** Answered by a server that shares the machine with nobody but who asks. */
export const fromMemory = (load: Load): Load => ({ ...shortly(load), keepsAwake: true });

export const catalogLoad = (server: ServedChild): Load => ({
  ...reads,
  server,
  path: pathOf(routes.connectors),
  headers: { cookie: cookieOf(user) },
});

/** A browser that has the catalog already. */
export async function knownCatalogLoad(server: ServedChild): Promise<Load> {
  const load = catalogLoad(server);
  const answer = await fetch(`${server.origin}${load.path}`, { headers: load.headers ?? {} });
  const etag = answer.headers.get("etag") ?? "";
  return { ...load, headers: { ...load.headers, "if-none-match": etag }, status: 304 };
}

export const connectionsLoad = (server: ServedChild, as = user): Load => ({
  ...reads,
  server,
  path: pathOf(routes.connections),
  headers: { cookie: cookieOf(as) },
});

const fromAuthKit = (cloud: ServedChild) => ({
  method: "POST" as const,
  headers: { origin: cloud.origin, "content-type": "application/json" },
  body: "{}",
});

/** @param query `?limit=50&page=1` asks for one page; without it the token comes whole. */
export async function tokenLoad(
  server: ServedChild,
  cloud: ServedChild,
  query = "",
): Promise<Load> {
  const ticketOf = await prepareTickets(server.origin, user, mostTokens);
  return {
    ...tokens,
    ...fromAuthKit(cloud),
    server,
    path: `${pathOf(routes.token)}${query}`,
    headersOf: (count) => ({ authorization: `Bearer ${ticketOf(count)}` }),
  };
}

export const officialTokenLoad = (bare: ServedChild, cloud: ServedChild): Load => ({
  ...tokens,
  ...fromAuthKit(cloud),
  server: bare,
  path: "/authkit-token",
});

export const proxiedTokenLoad = (bare: ServedChild, cloud: ServedChild): Load => ({
  ...tokens,
  ...fromAuthKit(cloud),
  server: bare,
  path: "/authkit-proxy",
});

/** One of the bare server's routes. */
export const bareLoad = (bare: ServedChild, path: string, rest: Partial<Load> = {}): Load => ({
  ...reads,
  server: bare,
  path,
  ...rest,
});
