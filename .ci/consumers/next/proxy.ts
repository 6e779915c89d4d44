import { type NextRequest, NextResponse } from "next/server";

/** A strict policy: scripts and styles by nonce alone, AuthKit's page in a frame. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' ${process.env.AUTHKIT_ORIGIN}`,
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
