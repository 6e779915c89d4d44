import { describe, expect, it } from "vitest";
import { interleave } from "./interleave.ts";

function recorder() {
  const order: string[] = [];
  const contestant = (name: string, fail?: (round: number) => boolean) => ({
    name,
    measure: async (round: number) => {
      order.push(`${name}${round}`);
      if (fail?.(round)) throw new Error("It broke.\nin a stack");
      return `${name}${round}`;
    },
  });
  return { order, contestant };
}

describe("interleave", () => {
  it("takes turns, and lets another one begin in each round", async () => {
    const { order, contestant } = recorder();
    const outcomes = await interleave(
      ["a", "b", "c"].map((name) => contestant(name)),
      {
        rounds: 3,
      },
    );
    expect(order.join(" ")).toBe("a0 b0 c0 b1 c1 a1 c2 a2 b2");
    expect(outcomes.get("b")).toEqual({ samples: ["b0", "b1", "b2"] });
  });

  it("throws the warm-up rounds away", async () => {
    const { order, contestant } = recorder();
    const outcomes = await interleave([contestant("a"), contestant("b")], {
      rounds: 1,
      warmUps: 1,
    });
    expect(order).toHaveLength(4);
    expect(outcomes.get("a")).toEqual({ samples: ["a0"] });
  });

  it("leaves out what failed, says why, and goes on with the others", async () => {
    const { order, contestant } = recorder();
    const outcomes = await interleave([contestant("a", (round) => round === 0), contestant("b")], {
      rounds: 2,
    });
    expect(outcomes.get("a")).toEqual({ failure: "It broke." });
    expect(outcomes.get("b")).toEqual({ samples: ["b0", "b1"] });
    expect(order).not.toContain("a1");
  });
});
