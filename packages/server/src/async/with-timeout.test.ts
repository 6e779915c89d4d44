import { afterEach, describe, expect, it, vi } from "vitest";
import { withTimeout } from "./with-timeout.ts";

const never = () => new Promise<string>(() => {});
const tooSlow = () => {
  throw new Error("too slow");
};

describe("withTimeout", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("resolves with what the work resolves with, and leaves no timer", async () => {
    vi.useFakeTimers();
    expect(await withTimeout(1000, async () => "done", tooSlow)).toBe("done");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no timer after a failure", async () => {
    vi.useFakeTimers();
    const failing = withTimeout(1000, () => Promise.reject(new Error("broken")), tooSlow);
    await expect(failing).rejects.toThrow("broken");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("resolves with what `onTimeout` returns, and aborts the work", async () => {
    vi.useFakeTimers();
    let told: AbortSignal | undefined;
    const answer = withTimeout(
      1000,
      (signal) => {
        told = signal;
        return never();
      },
      () => "late",
    );
    await vi.advanceTimersByTimeAsync(999);
    expect(told?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe("late");
    expect(told?.aborted).toBe(true);
  });

  it("rejects with what `onTimeout` throws, even if the work rejects when it is aborted", async () => {
    const answer = withTimeout(
      1,
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
      tooSlow,
    );
    await expect(answer).rejects.toThrow("too slow");
  });
});
