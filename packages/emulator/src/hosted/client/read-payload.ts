import type { AuthKitPayload } from "./protocol.ts";

/**
 * Reads the payload out of the page's query, or `null` when there is none. `btoa` made it, so its
 * bytes are Latin-1; UTF-8 is tried first for callers that encode text properly.
 */
export function readPayload(search: string): AuthKitPayload | null {
  const data = new URLSearchParams(search).get("data");
  if (!data) return null;
  const parse = (json: string): AuthKitPayload | null => {
    const value: unknown = JSON.parse(json);
    const isPayload = typeof value === "object" && value !== null && "linkTokenEndpoint" in value;
    return isPayload ? (value as AuthKitPayload) : null;
  };
  try {
    const latin1 = atob(data);
    const bytes = Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
    try {
      return parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return parse(latin1);
    }
  } catch {
    return null;
  }
}
