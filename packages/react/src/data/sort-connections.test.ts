import { expect, it } from "vitest";
import { connection } from "../connections-list/connections.fixtures.ts";
import { sortConnections } from "./sort-connections.ts";

it("puts accounts that need attention first, then sorts by platform and age", () => {
  const support = connection({ platform: "gmail", name: "Support", createdAt: "2026-01-01" });
  const zoe = connection({ platform: "slack", name: "Zoe", createdAt: "2026-02-02" });
  const ann = connection({ platform: "gmail", name: "Ann", createdAt: "2026-03-03" });
  const broken = connection({ platform: "stripe", state: "failed" });
  const names = (accounts: (typeof ann)[]) =>
    sortConnections(accounts, undefined).connections.map(({ name }) => name);
  expect(names([ann, zoe, broken, support])).toEqual([null, "Support", "Ann", "Zoe"]);
  // A row keeps its place when it is renamed.
  expect(names([ann, zoe, broken, { ...support, name: "Zzz" }])).toEqual([
    null,
    "Zzz",
    "Ann",
    "Zoe",
  ]);
});
