import type { ConnectError } from "../api/connect-error.ts";
import type { CheckedAuthKitOptions } from "./authkit-options.ts";

/** What the hints look at. */
type HintOptions = Pick<CheckedAuthKitOptions, "baseUrl" | "tokenUrl">;

/** The page's own headers that decide over frames and their windows. */
async function pageHeaders(): Promise<Headers> {
  const answer = await fetch(location.href, { method: "HEAD" }).catch(() => null);
  return answer?.headers ?? new Headers();
}

/** Whether the browser can reach an address at all; `null` when the page's own policy hides it. */
async function canReach(address: string): Promise<boolean | null> {
  let isHidden = false;
  const onViolation = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === "connect-src") isHidden = true;
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  try {
    await fetch(address, { mode: "no-cors", signal: AbortSignal.timeout(3_000) });
    return true;
  } catch {
    // The browser may tell of the violation only after it has refused the request.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return isHidden ? null : false;
  } finally {
    document.removeEventListener("securitypolicyviolation", onViolation);
  }
}

/**
 * Names the likely reason for a frame that shows no sign of life, in one line of the console. Only of
 * the page's own policy does a browser tell the page; every other cause looks the same.
 */
export async function explainBlockedFrame(
  { baseUrl, tokenUrl }: HintOptions,
  { cause: violation, message }: ConnectError,
): Promise<void> {
  if (violation !== undefined) {
    console.warn(`authkit-ui: ${message}`);
    return;
  }
  const { origin } = new URL(baseUrl);
  const embedderPolicy = (await pageHeaders()).get("cross-origin-embedder-policy");
  const isIsolated = embedderPolicy !== null && embedderPolicy !== "unsafe-none";
  const isReached = isIsolated ? null : await canReach(baseUrl);
  const cause = isIsolated
    ? `This page is served with Cross-Origin-Embedder-Policy: ${embedderPolicy}, which blocks frames ` +
      "of other sites. Serve it without that header."
    : isReached === false
      ? `${origin} cannot be reached from this browser (ad blocker, firewall, offline), or does not ` +
        "answer."
      : "If it shows an error, it failed or forbids to be framed (X-Frame-Options, frame-ancestors). " +
        `If it shows itself, its request to ${tokenUrl} did not arrive or was withheld: answer ` +
        `OPTIONS there with 204 and Access-Control-Allow-Origin: ${origin} (the server's option ` +
        "authKitOrigins).";
  console.warn(`authkit-ui: AuthKit's page at ${origin} shows no sign of life. ${cause}`);
}

let hasLooked = false;

/** Warns once of a header that breaks the sign-in windows, which open from AuthKit's frame. */
export async function warnOfOpenerPolicy(): Promise<void> {
  if (hasLooked) return;
  hasLooked = true;
  if ((await pageHeaders()).get("cross-origin-opener-policy") !== "same-origin") return;
  console.warn(
    "authkit-ui: this page is served with Cross-Origin-Opener-Policy: same-origin, which cuts the " +
      "sign-in windows off from AuthKit's page. Serve it with same-origin-allow-popups.",
  );
}
