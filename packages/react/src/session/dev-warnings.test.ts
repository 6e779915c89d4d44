import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectError } from "../api/connect-error.ts";
import { explainBlockedFrame } from "./dev-warnings.ts";

const addresses = {
  baseUrl: "https://authkit.picaos.com",
  tokenUrl: "https://app.example.com/api/connect/token",
};
const silent = new ConnectError("frame_blocked", "AuthKit's page showed no sign of life.");

beforeEach(() => {
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const lines = () => vi.mocked(console.warn).mock.calls.map(([line]) => String(line));

/** The page is served with these headers; everything else is answered by `elsewhere`. */
function servePage(headers: Record<string, string>, elsewhere = async () => new Response()) {
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) =>
    init?.method === "HEAD" && address === location.href
      ? new Response(null, { headers })
      : elsewhere(),
  );
}

test("a page served with Cross-Origin-Embedder-Policy learns that it blocks the frame", async () => {
  servePage({ "cross-origin-embedder-policy": "require-corp" });
  await explainBlockedFrame(addresses, silent);
  expect(lines()).toEqual([expect.stringContaining("Cross-Origin-Embedder-Policy: require-corp")]);
});

test("a page served with Cross-Origin-Opener-Policy learns once that it breaks the sign-in windows", async () => {
  servePage({ "cross-origin-opener-policy": "same-origin" });
  // Another file's test may have had the warning on this page.
  vi.resetModules();
  const { warnOfOpenerPolicy } = await import("./dev-warnings.ts");
  await warnOfOpenerPolicy();
  await warnOfOpenerPolicy();
  expect(lines()).toEqual([expect.stringContaining("same-origin-allow-popups")]);
});

test("a page whose policy hides AuthKit's address is not told that it cannot be reached", async () => {
  const report = Object.assign(new Event("securitypolicyviolation"), {
    effectiveDirective: "connect-src",
  });
  servePage({}, () => {
    // The browser refuses first, and reports afterwards.
    setTimeout(() => document.dispatchEvent(report));
    return Promise.reject(new TypeError("Failed to fetch"));
  });
  await explainBlockedFrame(addresses, silent);
  expect(lines()).toEqual([expect.not.stringContaining("cannot be reached")]);
});
