import { type Behaviour, passIf, unknown } from "./behaviour.ts";
import type { PicaClient } from "./pica-client.ts";

const path = "/v1/vault/connections";
const docs = "docs.picaos.com, Vault, Connections";
const testedBy = "src/api/connections.test.ts";

const noConnection = unknown("this environment has no connection");
const newest = async (client: PicaClient) => (await client.get(path, { limit: 1 })).rows[0];

export const connectionBehaviours: readonly Behaviour[] = [
  {
    claim:
      "A connection row has `id`, `key`, `platform`, `environment`, `state`, `identity`, `tags`, `active`",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const row = await newest(client);
      if (!row) return noConnection;
      const wanted = [
        "id",
        "key",
        "platform",
        "environment",
        "state",
        "identity",
        "tags",
        "active",
      ];
      const missing = wanted.filter((name) => !(name in row));
      return passIf(missing.length === 0, `a row without ${missing.join(", ")}`);
    },
  },
  {
    claim: "`createdAt` is ISO 8601",
    source: docs,
    certainty: "documented",
    testedBy,
    generation: "pica",
    async check(client) {
      const row = await newest(client);
      if (!row) return noConnection;
      const isIso = typeof row.createdAt === "string" && /^\d{4}-\d\d-\d\dT/.test(row.createdAt);
      return passIf(isIso, `a ${typeof row.createdAt}`);
    },
  },
  {
    claim: "One's vault rows carry `image` and `title`, and no dates",
    source: "One's OpenAPI 5.35.0, vault",
    certainty: "documented",
    testedBy: "src/api/one.test.ts",
    generation: "one",
    async check(client) {
      const row = await newest(client);
      if (!row) return noConnection;
      const names = ["image", "title", "createdAt"].filter((name) => name in row);
      return passIf(names.join() === "image,title", `a row with ${names.join(", ")}`);
    },
  },
  {
    claim:
      "A key is `{environment}::{platform}::default::{32 hex digits}`, then `|{identity}` if there is one",
    source: "github.com/withoneai/pica, core/api/src/logic/connection.rs",
    certainty: "read in source",
    testedBy,
    async check(client) {
      const { rows } = await client.get(path, { limit: 100 });
      if (rows.length === 0) return noConnection;
      const odd = rows.filter(
        ({ key }) => !/^(test|live)::[^:]+::[^:]+::[0-9a-f]{32}(\|.+)?$/.test(String(key)),
      );
      return passIf(odd.length === 0, `${odd.length} of ${rows.length} keys are otherwise`);
    },
  },
  {
    claim: "A secret key of one environment sees no connection of the other",
    source: "docs.picaos.com, Authentication",
    certainty: "documented",
    testedBy,
    async check(client) {
      const { rows } = await client.get(path, { limit: 100 });
      if (rows.length === 0) return noConnection;
      const foreign = rows.filter(({ environment }) => environment !== client.environment);
      return passIf(foreign.length === 0, `${foreign.length} rows of the other environment`);
    },
  },
  {
    claim: "The newest connection comes first",
    source: "github.com/withoneai/pica, core/osentities/src/algebra/store.rs",
    certainty: "read in source",
    testedBy,
    generation: "pica",
    async check(client) {
      const times = (await client.get(path, { limit: 100 })).rows.map(({ createdAt }) =>
        String(createdAt),
      );
      if (new Set(times).size < 2)
        return unknown("there are not two connections of different times");
      return passIf(times.join() === times.toSorted().reverse().join(), "another order");
    },
  },
  {
    claim: "A list has only active connections, and with `active=false` only inactive ones",
    source: docs,
    certainty: "documented",
    testedBy,
    generation: "pica",
    async check(client) {
      const inactive = await client.get(path, { limit: 100, active: "false" });
      if (inactive.rows.length === 0) return unknown("this environment has no inactive connection");
      const shown = await client.get(path, { limit: 100 });
      const isAsClaimed =
        inactive.rows.every(({ active }) => active === false) &&
        shown.rows.every(({ active }) => active === true);
      return passIf(isAsClaimed, "active and inactive ones together");
    },
  },
  {
    claim: "A failed connection is inactive, so a list without `active` does not have it",
    source: "wording of the states in docs.picaos.com, Vault, Connections",
    certainty: "guess",
    testedBy,
    generation: "pica",
    async check(client) {
      const shown = await client.get(path, { limit: 100 });
      const hidden = await client.get(path, { limit: 100, active: "false" });
      const isFailed = ({ state }: Record<string, unknown>) => state === "failed";
      const failedShown = shown.rows.filter(isFailed).length;
      if (failedShown + hidden.rows.filter(isFailed).length === 0) {
        return unknown("this environment has no failed connection");
      }
      return passIf(failedShown === 0, `${failedShown} failed ones in the plain list`);
    },
  },
  {
    claim: "One's list ignores `active` and has failed connections among the others",
    source: "One's OpenAPI 5.35.0, vault, names none",
    certainty: "guess",
    testedBy: "src/api/one.test.ts",
    generation: "one",
    async check(client) {
      const shown = await client.get(path, { limit: 100 });
      const asked = await client.get(path, { limit: 100, active: "false" });
      if (shown.total === 0) return noConnection;
      return passIf(asked.total === shown.total, `${asked.total} of ${shown.total} inactive`);
    },
  },
  {
    claim: "`state` is ignored",
    source: `${docs} names none`,
    certainty: "guess",
    testedBy,
    async check(client) {
      const all = await client.get(path, { limit: 1 });
      if (all.total === 0) return noConnection;
      const { total } = await client.get(path, { limit: 1, state: "none-such" });
      return passIf(total === all.total, `${total} of ${all.total}`);
    },
  },
  {
    claim: "`identity` and `identityType` filter the list by exact match",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const { rows } = await client.get(path, { limit: 100 });
      const row = rows.find(({ identity, identityType }) => identity && identityType);
      if (!row) return unknown("no connection here has an identity");
      const identity = String(row.identity);
      const identityType = String(row.identityType);
      const found = await client.get(path, { limit: 100, identity, identityType });
      const isAsClaimed =
        found.rows.length > 0 &&
        found.rows.every((one) => one.identity === identity && one.identityType === identityType);
      return passIf(isAsClaimed, `${found.rows.length} rows, not all of that identity`);
    },
  },
  {
    claim: "An empty list has 0 pages",
    source: "`total` divided by `limit`, rounded up",
    certainty: "guess",
    testedBy: "src/api/connections.test.ts",
    async check(client) {
      const { pages, total } = await client.get(path, { identity: "authkit-ui-verify-nobody" });
      return passIf(total === 0 && pages === 0, `total ${total}, pages ${pages}`);
    },
  },
  {
    claim: "`key` takes a comma-separated list of connection keys",
    source: docs,
    certainty: "documented",
    testedBy,
    check: (client) => checkKeyFilter(client, "key"),
  },
  {
    claim: "`keys` does the same",
    source: "`@picahq/toolkit` 1.0.3 sends it",
    certainty: "guess",
    testedBy,
    check: (client) => checkKeyFilter(client, "keys"),
  },
  {
    claim: "`GET /{id}` returns the row, or 404 for an unknown id",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const unknown = await client.get(`${path}/00000000-0000-4000-8000-000000000000`);
      if (unknown.status !== 404) return passIf(false, `${unknown.status} for an unknown id`);
      const row = await newest(client);
      if (!row) return noConnection;
      const { status } = await client.get(`${path}/${String(row.id)}`);
      return passIf(status === 200, `${status} for a known id`);
    },
  },
  {
    claim: "`PATCH` changes only `tags`; One's also `name`, which an empty string removes",
    source: `${docs}; One's OpenAPI 5.35.0`,
    certainty: "documented",
    testedBy,
  },
  {
    claim: "`DELETE` removes the connection and returns 200 with an empty body",
    source: docs,
    certainty: "documented",
    testedBy,
  },
];

async function checkKeyFilter(client: PicaClient, name: string) {
  const { rows, total } = await client.get(path, { limit: 100 });
  if (total < 2) return unknown("there are not two connections here");
  const key = String(rows[0]?.key);
  const found = await client.get(path, { limit: 100, [name]: key });
  return passIf(found.total === 1 && found.rows[0]?.key === key, `${found.total} of ${total} rows`);
}
