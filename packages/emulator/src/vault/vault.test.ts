import { describe, expect, it } from "vitest";
import type { Connection } from "./connection.ts";
import { type ConnectionFilter, Vault } from "./vault.ts";

/** A sequence of numbers below a bound, the same in every run. */
function createDice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * bound);
  };
}

const pick = <Item>(items: readonly Item[], roll: (bound: number) => number): Item => {
  const item = items[roll(items.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
};

const platforms = ["gmail", "slack", "notion"] as const;
const identities = ["ann", "bob", null] as const;

function connectionNumber(number: number, roll: (bound: number) => number): Connection {
  return {
    id: `id-${number}`,
    key: `key-${number}`,
    environment: pick(["test", "live"], roll),
    platform: pick(platforms, roll),
    name: null,
    identity: pick(identities, roll),
    identityType: pick(["user", "team"], roll),
    state: "operational",
    active: true,
    tags: [],
    account: null,
    // Several of one moment, as a fast test makes them.
    createdAt: Math.floor(number / 7),
    updatedAt: Math.floor(number / 7),
  };
}

/** What the list should be, worked out the slow way. */
const expected = (all: readonly Connection[], filter: ConnectionFilter) =>
  all
    .filter(
      (one) =>
        one.environment === filter.environment &&
        (filter.active === undefined || one.active === filter.active) &&
        (filter.identity === undefined || one.identity === filter.identity) &&
        (filter.identityType === undefined || one.identityType === filter.identityType) &&
        (filter.platform === undefined || one.platform === filter.platform),
    )
    .toReversed();

describe("The vault", () => {
  it.each([1, 2, 3])("lists after any changes what a plain search would find (run %i)", (seed) => {
    const roll = createDice(seed);
    const vault = new Vault();
    const all: Connection[] = [];
    for (let step = 0; step < 400; step += 1) {
      const action = roll(10);
      if (action < 6 || all.length === 0) {
        const added = connectionNumber(step, roll);
        vault.add(added);
        all.push(added);
      } else if (action < 8) {
        vault.update(pick(all, roll), { active: roll(2) === 0 }, step);
      } else {
        const [removed] = all.splice(roll(all.length), 1);
        if (removed) vault.remove(removed);
      }
    }
    for (const environment of ["test", "live"] as const) {
      for (const active of [true, false, undefined]) {
        for (const identity of ["ann", undefined]) {
          for (const platform of ["gmail", undefined]) {
            for (const identityType of ["team", undefined] as const) {
              const filter = { environment, active, identity, platform, identityType };
              const found = expected(all, filter);
              const { rows, total } = vault.list(filter, 2, 5);
              expect({ filter, total, ids: rows.map(({ id }) => id) }).toEqual({
                filter,
                total: found.length,
                ids: found.slice(2, 7).map(({ id }) => id),
              });
            }
          }
        }
      }
    }
    expect(vault.size).toBe(all.length);
  });

  it("answers what lies beyond its end with nothing", () => {
    const vault = new Vault();
    vault.add(connectionNumber(1, createDice(1)));
    expect(vault.list({ environment: "test" }, 5, 10).rows).toEqual([]);
    expect(vault.list({ environment: "live" }, 5, 10).rows).toEqual([]);
  });
});
