import { describe, expect, it } from "vitest";
import { connectButtonState } from "./connect-button-state.ts";

const rest = {
  phase: "idle",
  isLoading: false,
  hasFailed: false,
  accountCount: 0,
  attentionCount: 0,
} as const;

describe("the state of a connect button", () => {
  it.each([
    [{}, "idle"],
    [{ isLoading: true }, "loading"],
    [{ accountCount: 2 }, "connected"],
    [{ accountCount: 2, attentionCount: 1 }, "needs-attention"],
    [{ hasFailed: true }, "error"],
    [{ hasFailed: true, accountCount: 1 }, "error"],
    [{ phase: "preparing" }, "preparing"],
    [{ phase: "opening" }, "open"],
    [{ phase: "open" }, "open"],
    [{ phase: "blocked" }, "open"],
    [{ phase: "refused" }, "open"],
    [{ phase: "expired" }, "open"],
    [{ phase: "not_saved" }, "open"],
    [{ phase: "saving" }, "saving"],
    [{ phase: "connected", accountCount: 1 }, "saving"],
    [{ phase: "open", accountCount: 1, attentionCount: 1, hasFailed: true }, "open"],
  ] as const)("%j is “%s”", (facts, state) => {
    expect(connectButtonState({ ...rest, ...facts })).toBe(state);
  });
});
