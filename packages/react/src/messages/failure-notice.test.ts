import { describe, expect, it } from "vitest";
import { ConnectError } from "../api/connect-error.ts";
import { failureNotice } from "./failure-notice.ts";
import { de } from "./locales/de.ts";

const noticeOf = (error: ConnectError) => failureNotice(de, error, { name: "Gmail" });

describe("a failure in words for people", () => {
  it("takes over what the product says to them, which names its request", () => {
    const error = new ConnectError("forbidden", "Dein Tarif enthält es nicht.", {
      requestId: "r_1",
    });
    expect(noticeOf(error).text).toBe("Dein Tarif enthält es nicht.");
  });

  it.each([
    new ConnectError("forbidden", "POST /sessions answered 403 without a problem document."),
    new ConnectError("frame_error", ""),
    new ConnectError("upstream_forbidden", "Pica refuses this key.", { requestId: "r_1" }),
  ])("says in its own words what was meant for developers, or for nobody: $code", (error) => {
    const { text } = noticeOf(error);
    expect(text).not.toContain(error.message || "null");
    expect(text.length).toBeGreaterThan(20);
  });

  it("calls a wrong set-up one, not a person’s want of rights", () => {
    const notice = (code: "upstream_forbidden" | "misconfigured") =>
      noticeOf(new ConnectError(code, "…"));
    expect(notice("upstream_forbidden")).toEqual(notice("misconfigured"));
  });
});
