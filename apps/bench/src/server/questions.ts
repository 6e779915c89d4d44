import type { Answerer } from "./compare.ts";
import {
  bareLoad,
  catalogLoad,
  connectionsLoad,
  knownCatalogLoad,
  officialTokenLoad,
  proxiedTokenLoad,
  tokenLoad,
} from "./loads.ts";
import type { Stage } from "./stage.ts";

/** What is asked of one instance, and who answers; the first is what the others stand beside. */
export const readQuestions = ({
  pglite,
  postgres,
  barePglite,
  barePostgres,
}: Stage): Record<string, Answerer[]> => ({
  "catalog from cache": [
    { who: "bare Hono, text at hand", load: () => bareLoad(barePostgres, "/catalog/text") },
    { who: "bare Hono, c.json", load: () => bareLoad(barePostgres, "/catalog/json") },
    { who: "ours, PGlite", load: () => catalogLoad(pglite) },
    { who: "ours, PostgreSQL", load: () => catalogLoad(postgres) },
  ],
  "catalog, 304": [
    {
      who: "bare Hono",
      load: () =>
        bareLoad(barePostgres, "/catalog/text", {
          headers: { "if-none-match": '"a"' },
          status: 304,
        }),
    },
    { who: "ours, PGlite", load: () => knownCatalogLoad(pglite) },
    { who: "ours, PostgreSQL", load: () => knownCatalogLoad(postgres) },
  ],
  "5 connections, PGlite": [
    { who: "bare Hono, one SELECT", load: () => bareLoad(barePglite, "/connections") },
    { who: "ours", load: () => connectionsLoad(pglite) },
  ],
  "5 connections, PostgreSQL": [
    { who: "bare Hono, one SELECT", load: () => bareLoad(barePostgres, "/connections") },
    { who: "ours", load: () => connectionsLoad(postgres) },
  ],
});

export const tokenAnswerers = ({ cloud, pglite, postgres, barePostgres }: Stage): Answerer[] => [
  { who: "official authkit-token", load: () => officialTokenLoad(barePostgres, cloud) },
  { who: "ours, PGlite", load: () => tokenLoad(pglite, cloud) },
  { who: "ours, PostgreSQL", load: () => tokenLoad(postgres, cloud) },
];

/** One page of a token: one request to Pica, for a bare proxy as for ours. */
export const tokenPageAnswerers = ({
  cloud,
  pglite,
  postgres,
  barePostgres,
}: Stage): Answerer[] => {
  const page = "?limit=100&page=1";
  return [
    { who: "bare proxy", load: () => proxiedTokenLoad(barePostgres, cloud) },
    { who: "ours, PGlite", load: () => tokenLoad(pglite, cloud, page) },
    { who: "ours, PostgreSQL", load: () => tokenLoad(postgres, cloud, page) },
  ];
};
