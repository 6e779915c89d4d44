import { describe, expect, it } from "vitest";
import { ConnectError, type ConnectErrorCode } from "../api/connect-error.ts";
import { en } from "./en.ts";
import { failureNotice, noticeText } from "./failure-notice.ts";
import { ar } from "./locales/ar.ts";
import { de } from "./locales/de.ts";
import { es } from "./locales/es.ts";
import { fr } from "./locales/fr.ts";
import { he } from "./locales/he.ts";
import { ja } from "./locales/ja.ts";
import { ptBR } from "./locales/pt-BR.ts";
import { zhCN } from "./locales/zh-CN.ts";

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

  it.each([
    "origin_not_allowed",
    "route_not_found",
    "method_not_allowed",
    "unsupported_media_type",
    "invalid_answer",
    "upstream_unauthorized",
    "database_in_use",
  ] as const)("says of %s that the product's setup is not complete, in every language", (code) => {
    for (const { session } of [en, ar, de, es, fr, he, ja, ptBR, zhCN]) {
      const of = (which: ConnectErrorCode) =>
        failureNotice({ session }, new ConnectError(which, "…"), { name: "Gmail" });
      expect(of(code)).toEqual(of("misconfigured"));
      expect(of(code)).not.toEqual(of("internal"));
      expect(of(code)).not.toEqual(of("forbidden"));
    }
    expect(failureNotice(en, new ConnectError(code, "…"), { name: "Gmail" })).toEqual({
      title: "Connecting isn’t set up yet",
      text: "This product’s connection setup isn’t complete. Nothing was connected. Tell an administrator.",
    });
  });

  it.each([
    ["upstream_rate_limited", "rate_limited"],
    ["upstream_timeout", "timeout"],
    ["identity_type_unavailable", "forbidden"],
    ["ticket_spent", "session_ended"],
    ["ticket_expired", "session_ended"],
    ["ticket_invalid", "session_ended"],
  ] as const)(
    "says of %s what it says of %s, and calls it no fault of the product",
    (code, like) => {
      const of = (which: ConnectErrorCode) =>
        noticeOf(new ConnectError(which, "…", { retryAfter: 30_000 }));
      expect(of(code)).toEqual(of(like));
      expect(of(code)).not.toEqual(of("internal"));
    },
  );

  it("names the host of the page that did not load, in every language", () => {
    const error = new ConnectError("frame_blocked", "…", { host: "authkit.test" });
    for (const { session } of [en, ar, de, es, fr, he, ja, ptBR, zhCN]) {
      expect(failureNotice({ session }, error, { name: "Gmail" }).text).toContain("authkit.test");
      const { text } = failureNotice({ session }, new ConnectError("frame_blocked", "…"), {
        name: "Gmail",
      });
      expect(text).not.toMatch(/\s[.。]| {2}/);
    }
  });

  it("calls a wrong set-up one, not a person’s want of rights", () => {
    const notice = (code: "upstream_forbidden" | "misconfigured") =>
      noticeOf(new ConnectError(code, "…"));
    expect(notice("upstream_forbidden")).toEqual(notice("misconfigured"));
  });
});

it("joins title and text by the full stop of their language", () => {
  const facts = { name: "Gmail", host: "auth.example", seconds: null, reason: null };
  expect(noticeText(en.session.failure("network", facts))).toMatch(/[a-z]\. [A-Z]/);
  expect(noticeText(ja.session.failure("network", facts))).not.toContain(". ");
  expect(noticeText(zhCN.session.failure("network", facts))).not.toContain(". ");
});
