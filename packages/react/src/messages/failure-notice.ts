import type { ConnectError } from "../api/connect-error.ts";
import type { Notice, SessionMessages } from "./session-messages.ts";

/**
 * A failure in words for people: what happened, whether anything was lost, what to do.
 *
 * @param messages What `useMessages()` gives.
 * @param about `name` is the connector's display name, `host` that of AuthKit's page, where
 * the error does not carry it.
 */
export function failureNotice(
  messages: { session: Pick<SessionMessages, "failure"> },
  error: ConnectError,
  about: { name: string | null; host?: string | undefined },
): Notice {
  const { code, message, requestId, retryAfter } = error;
  // Only these two speak to people: the product's own words, which name their request, and those of
  // AuthKit's page.
  const speaks = code === "frame_error" || (code === "forbidden" && requestId);
  const reason = (speaks && message) || null;
  return messages.session.failure(code, {
    name: about.name,
    host: about.host ?? error.host ?? "",
    seconds: retryAfter === undefined ? null : Math.ceil(retryAfter / 1_000),
    reason,
  });
}
