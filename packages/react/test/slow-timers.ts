import { onTestFinished, vi } from "vitest";

/** Lets timers run at a fraction of the real time, so that a busy machine is in time for them. */
export function slowDownTimers(): void {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout"],
    shouldAdvanceTime: true,
    advanceTimeDelta: 1,
  });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
