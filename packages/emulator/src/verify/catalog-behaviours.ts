import { type Behaviour, passIf, unknown } from "./behaviour.ts";
import type { PicaClient } from "./pica-client.ts";

const path = "/v1/available-connectors";
const docs = "docs.picaos.com, Available Connectors";
const oas = "One's OpenAPI 5.35.0, connectors";
const testedBy = "src/api/connectors.test.ts";

const namesOf = (rows: Record<string, unknown>[]) => rows.map(({ platform }) => platform).join();

export const catalogBehaviours: readonly Behaviour[] = [
  {
    claim: "The catalog is a page of 20 rows by default, with `rows`, `total`, `pages` and `page`",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const { rows, total, pages } = await client.get(path);
      return passIf(
        rows.length === Math.min(20, total) && pages === Math.ceil(total / 20),
        `${rows.length} rows, ${pages} pages of ${total}`,
      );
    },
  },
  {
    claim: "A connector row has `platform`, `name`, `key`, `image`, `oauth`, `tools`, `status`",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const [row = {}] = (await client.get(path, { limit: 1 })).rows;
      const wanted = ["platform", "name", "key", "image", "oauth", "tools", "status"];
      const missing = wanted.filter((name) => !(name in row));
      return passIf(missing.length === 0, `a row without ${missing.join(", ")}`);
    },
  },
  {
    claim: "A `limit` above 150 is clamped to 150, without an error",
    source: `${oas}; a guess for Pica V2`,
    certainty: "documented",
    testedBy,
    async check(client) {
      const { rows, total, status } = await client.get(path, { limit: 300 });
      if (total <= 150) return unknown(`the catalog has only ${total} connectors`);
      return passIf(rows.length === 150, `${rows.length} rows, status ${status}`);
    },
  },
  {
    claim: "`limit=0` counts as 1",
    source: `${oas}; a guess for Pica V2`,
    certainty: "documented",
    testedBy,
    async check(client) {
      const { rows, status } = await client.get(path, { limit: 0 });
      return passIf(rows.length === 1, `${rows.length} rows, status ${status}`);
    },
  },
  {
    claim: "A page after the last one has no rows and the same `total`",
    source: "fits the paging loops of `@picahq/toolkit` and withoneai/cli",
    certainty: "guess",
    testedBy,
    async check(client) {
      const { rows, total, status } = await client.get(path, { limit: 100, page: 9999 });
      return passIf(rows.length === 0 && total > 0, `${rows.length} rows, status ${status}`);
    },
  },
  {
    claim: "Lists take `skip` as well as `page`",
    source: `${oas}; \`@picahq/ai\` 3.0.2 pages with it`,
    certainty: "documented",
    testedBy,
    async check(client) {
      const skipped = await client.get(path, { limit: 10, skip: 10 });
      const paged = await client.get(path, { limit: 10, page: 2 });
      return passIf(
        namesOf(skipped.rows) === namesOf(paged.rows),
        "other rows for skip=10 than for page=2 at ten a page",
      );
    },
  },
  {
    claim: "`platform` returns the one connector of that platform",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const { rows } = await client.get(path, { platform: "gmail" });
      return passIf(namesOf(rows) === "gmail", `${rows.length} rows`);
    },
  },
  {
    claim: "There is no search: an unknown parameter changes nothing",
    source: `${docs} and ${oas} name none`,
    certainty: "guess",
    testedBy,
    async check(client) {
      const all = await client.get(path, { limit: 1 });
      const searched = await client.get(path, { limit: 1, search: "gmail" });
      return passIf(searched.total === all.total, `${searched.total} of ${all.total} for a search`);
    },
  },
  {
    claim: "`category` filters the catalog",
    source: docs,
    certainty: "documented",
    testedBy,
    generation: "pica",
    check: (client) => checkCategory(client, (total, all) => total > 0 && total < all),
  },
  {
    claim: "One ignores `category`",
    source: oas,
    certainty: "documented",
    testedBy: "src/api/one.test.ts",
    generation: "one",
    check: (client) => checkCategory(client, (total, all) => total === all),
  },
  {
    claim: "`authkit=true` returns only the connectors that are enabled in AuthKit",
    source: docs,
    certainty: "documented",
    testedBy,
    async check(client) {
      const all = await client.get(path, { limit: 1 });
      const enabled = await client.get(path, { limit: 1, authkit: "true" });
      if (enabled.total === all.total) return unknown("every connector is switched on in AuthKit");
      return passIf(enabled.total < all.total, `${enabled.total} of ${all.total}`);
    },
  },
];

async function checkCategory(
  client: PicaClient,
  isAsClaimed: (total: number, all: number) => boolean,
) {
  const first = await client.get(path, { limit: 100 });
  const category = first.rows.map((row) => row.category).find((one) => typeof one === "string");
  if (typeof category !== "string" || category === "")
    return unknown("no connector has a category");
  const { total } = await client.get(path, { limit: 1, category });
  return passIf(isAsClaimed(total, first.total), `${total} of ${first.total}`);
}
