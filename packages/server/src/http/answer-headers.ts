import type { Viewer } from "../identity/identity.ts";
import type { ConnectContext } from "./connect-env.ts";

/** What every answer says of itself, unless it says otherwise. */
export const commonHeaders = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
} as const;

/**
 * An answer with all its headers from the start. Adding one to an answer that is there already
 * makes runtimes build a `Headers` for it, which costs more than all else that a read from memory
 * does.
 */
export function completeAnswer<V extends Viewer>(
  context: ConnectContext<V>,
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  context.set("hasAllHeaders", true);
  return new Response(body, {
    status,
    // Not spread: that takes ten times as long, and every answer comes through here.
    headers: Object.assign(
      { "x-request-id": context.get("requestId") },
      commonHeaders,
      context.get("crossOriginHeaders"),
      headers,
    ),
  });
}

/** {@link completeAnswer} with a value's JSON, or with text that is JSON already. */
export function jsonAnswer<V extends Viewer>(
  context: ConnectContext<V>,
  value: object | string,
  status = 200,
): Response {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return completeAnswer(context, status, body, { "content-type": "application/json" });
}
