import type { Answerer } from "./compare.ts";
import {
  bareLoad,
  catalogLoad,
  connectionsLoad,
  fromMemory,
  knownCatalogLoad,
  officialTokenLoad,
  proxiedTokenLoad,
  shortly,
  tokenLoad,
} from "./loads.ts";
import type { Stage } from "./stage.ts";

/** What is asked, and who answers; the first is what the others stand beside. */
type Questions = Record<string, Answerer[]>;

export const catalogQuestions = ({ pglite, postgres, barePostgres }: Stage): Questions => ({
  "catalog from cache": [
    {
      who: "bare Hono, text at hand",
      load: () => fromMemory(bareLoad(barePostgres, "/catalog/text")),
    },
    { who: "bare Hono, c.json", load: () => fromMemory(bareLoad(barePostgres, "/catalog/json")) },
    { who: "ours, PGlite", load: () => fromMemory(catalogLoad(pglite)) },
    { who: "ours, PostgreSQL", load: () => fromMemory(catalogLoad(postgres)) },
  ],
  "catalog, 304": [
    {
      who: "bare Hono",
      load: () =>
        fromMemory(
          bareLoad(barePostgres, "/catalog/text", {
            headers: { "if-none-match": '"a"' },
            status: 304,
          }),
        ),
    },
    { who: "ours, PGlite", load: async () => fromMemory(await knownCatalogLoad(pglite)) },
    { who: "ours, PostgreSQL", load: async () => fromMemory(await knownCatalogLoad(postgres)) },
  ],
});

export const connectionQuestions = ({
  pglite,
  postgres,
  barePglite,
  barePostgres,
}: Stage): Questions => ({
  "5 connections, PGlite": [
    { who: "bare Hono, one SELECT", load: () => shortly(bareLoad(barePglite, "/connections")) },
    { who: "ours", load: () => shortly(connectionsLoad(pglite)) },
  ],
  "5 connections, PostgreSQL": [
    { who: "bare Hono, one SELECT", load: () => shortly(bareLoad(barePostgres, "/connections")) },
    { who: "ours", load: () => shortly(connectionsLoad(postgres)) },
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
  const page = "?limit=50&page=1";
  return [
    { who: "bare proxy", load: () => proxiedTokenLoad(barePostgres, cloud) },
    { who: "ours, PGlite", load: () => tokenLoad(pglite, cloud, page) },
    { who: "ours, PostgreSQL", load: () => tokenLoad(postgres, cloud, page) },
  ];
};
