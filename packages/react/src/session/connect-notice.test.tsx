import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { listen } from "../../test/announcements.ts";
import { ConnectError, type ConnectErrorCode } from "../api/connect-error.ts";
import { ConnectNotice } from "./connect-notice.tsx";
import type { SessionState } from "./session-state.ts";

const onRetry = vi.fn();
beforeEach(() => void vi.clearAllMocks());

function show(error: ConnectError, phase: "refused" | "blocked" = "refused") {
  const state: SessionState = {
    phase,
    target: { platform: "gmail", identityType: "user", reconnectId: undefined },
    isVisible: true,
    isSlow: false,
    isLoaded: true,
    isFrameSilent: true,
    frameNumber: 1,
    host: "authkit.picaos.com",
    connector: null,
    error,
    connections: [],
  };
  return render(<ConnectNotice state={state} onRetry={onRetry} />);
}
const labels = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);

describe("ConnectNotice", () => {
  test.for<ConnectErrorCode>([
    "forbidden",
    "identity_type_unavailable",
    "platform_not_enabled",
    "upstream_quota_exceeded",
    "upstream_unauthorized",
    "misconfigured",
  ])("offers no further attempt after %s, which it would not cure", (code) => {
    show(new ConnectError(code, ""));
    expect(labels()).toEqual([]);
  });

  test.for<ConnectErrorCode>(["network", "timeout", "internal", "upstream_unavailable"])(
    "offers another attempt after %s",
    (code) => {
      show(new ConnectError(code, ""));
      expect(labels()).toEqual(["Try again"]);
    },
  );

  test("is amber when nothing is lost, and red when something has failed", () => {
    const tone = () => document.querySelector<HTMLElement>(".ak-connect-notice")?.dataset.tone;
    const { unmount } = show(new ConnectError("offline", ""), "blocked");
    expect(tone()).toBe("warning");
    unmount();
    show(new ConnectError("internal", ""));
    expect(tone()).toBe("danger");
  });
});

describe("ConnectNotice after too many attempts", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("disables the retry until the wait is over, counts down, and announces the wait once", async () => {
    const said = listen();
    show(new ConnectError("rate_limited", "", { retryAfter: 3_000 }));
    const retry = screen.getByRole("button", { name: "Try again" });
    expect(retry).toHaveAttribute("aria-disabled", "true");
    retry.click();
    expect(onRetry).not.toHaveBeenCalled();
    expect(document.body).toHaveTextContent("Try again in 3 seconds.");

    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(document.body).toHaveTextContent("Try again in 1 second.");
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(retry).not.toHaveAttribute("aria-disabled");
    retry.click();
    expect(onRetry).toHaveBeenCalledOnce();
    expect(said).toEqual([
      "assertive: Too many attempts Nothing was connected. Try again in 3 seconds.",
      "assertive: Too many attempts Nothing was connected. You can try again now.",
    ]);
  });
});
