import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commands } from "vitest/browser";
import { explainBlockedFrame, warnOfOpenerPolicy } from "./dev-warnings.ts";

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await commands.pageHeaders({});
});

const lines = () => vi.mocked(console.warn).mock.calls.map(([line]) => String(line));

test("a page served with Cross-Origin-Embedder-Policy learns that it blocks the frame", async () => {
  await commands.pageHeaders({ "cross-origin-embedder-policy": "require-corp" });
  await explainBlockedFrame({
    baseUrl: "https://authkit.picaos.com",
    tokenUrl: "https://app.example.com/api/connect/token",
  });
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toContain("Cross-Origin-Embedder-Policy: require-corp");
});

test("a page served with Cross-Origin-Opener-Policy learns once that it breaks the sign-in windows", async () => {
  await commands.pageHeaders({ "cross-origin-opener-policy": "same-origin" });
  await warnOfOpenerPolicy();
  await warnOfOpenerPolicy();
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).toContain("same-origin-allow-popups");
});

test("a page whose policy hides AuthKit's address is not told that it cannot be reached", async () => {
  const report = new SecurityPolicyViolationEvent("securitypolicyviolation", {
    effectiveDirective: "connect-src",
  });
  const { fetch } = window;
  vi.spyOn(window, "fetch").mockImplementation((input, init) => {
    if (init?.method === "HEAD") return fetch(input, init);
    // The browser refuses first, and reports afterwards.
    setTimeout(() => document.dispatchEvent(report));
    return Promise.reject(new TypeError("Failed to fetch"));
  });
  await explainBlockedFrame({
    baseUrl: "https://authkit.picaos.com",
    tokenUrl: "https://app.example.com/api/connect/token",
  });
  expect(lines()).toHaveLength(1);
  expect(lines()[0]).not.toContain("cannot be reached");
});
