import type { ConnectError } from "../api/connect-error.ts";
import type { Notice, SessionMessages } from "./session-messages.ts";

/** Names and numbers that a failure's text mentions. */
export interface FailureSubject {
  /** The connector's display name; `null` if it is not known. */
  name: string | null;
  /** Host name of AuthKit's page, where the error does not carry it. */
  host?: string | undefined;
  /** What is left of the wait that the error asks for, in seconds. */
  seconds?: number | undefined;
}

/**
 * Puts a failure into words for people: what happened, whether anything was lost, and what to do.
 *
 * @param messages What `useMessages()` returns.
 * @param messages.session The section that has the texts.
 * @param error The failure.
 * @param about `name` is the connector's display name, `host` that of AuthKit's page, where the error
 * does not carry it, `seconds` what is left of the wait that the error asked for.
 */
export function failureNotice(
  messages: { session: Pick<SessionMessages, "failure" | "notSaved"> },
  error: ConnectError,
  about: FailureSubject,
): Notice {
  const { code, message, requestId, retryAfter } = error;
  if (code === "not_saved") return messages.session.notSaved(about.name);
  // Only these two speak to people: the product's own words, which name their request, and those of
  // AuthKit's page.
  const speaks = code === "frame_error" || (code === "forbidden" && requestId);
  const reason = (speaks && message) || null;
  return messages.session.failure(code, {
    name: about.name,
    host: about.host ?? error.host ?? "",
    seconds: about.seconds ?? (retryAfter === undefined ? null : Math.ceil(retryAfter / 1_000)),
    reason,
  });
}

/** A notice as running text, for places without room for a title of its own. */
export function noticeText({ title, text }: Notice): string {
  // Chinese and Japanese have a full stop of their own, and no space after it.
  const stop = /[\u3040-\u30ff\u4e00-\u9fff]$/.test(title) ? "。" : ". ";
  return title + stop + text;
}
