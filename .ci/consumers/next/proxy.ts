import { type NextRequest, NextResponse } from "next/server";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * A strict policy: scripts and styles by nonce alone, AuthKit's page in a frame. React's and Next's
 * own tools need more in development.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' ${isDevelopment ? "'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // The emulator serves its logos itself. Pica's come from the hosts that docs/security.md lists.
    `img-src 'self' ${process.env.AUTHKIT_ORIGIN}`,
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${process.env.AUTHKIT_ORIGIN}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cross-origin-opener-policy", "same-origin-allow-popups");
  return response;
}
