import { describe, expect, it } from "vitest";
import { makeConnectors } from "./make-connectors.ts";

const origin = "http://127.0.0.1:1";

describe("makeConnectors", () => {
  it("makes the same catalog at every call", () => {
    expect(makeConnectors(294, origin)).toEqual(makeConnectors(294, origin));
  });

  it("makes as many as asked for, with names, platforms and logos of their own, A–Z", () => {
    const connectors = makeConnectors(10_000, origin);
    expect(connectors).toHaveLength(10_000);
    for (const key of ["name", "platform", "image"] as const) {
      expect(new Set(connectors.map((connector) => connector[key])).size).toBe(10_000);
    }
    const names = connectors.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
  });
});
