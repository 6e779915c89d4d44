"use client";

import type { ConnectError } from "../api/connect-error.ts";
import { failureNotice } from "./failure-notice.ts";
import type { Notice } from "./session-messages.ts";
import { useMessages } from "./use-messages.ts";

/**
 * Returns a function that puts a failure into words for people, as {@link failureNotice} does, in the
 * texts in use. `about.name` is the connector's display name, if it is known.
 *
 * @example
 * const notice = useFailureNotice();
 * const { title, text } = notice(error, { name: "Gmail" });
 */
export function useFailureNotice(): (
  error: ConnectError,
  about: { name: string | null; host?: string | undefined },
) => Notice {
  const messages = useMessages();
  return (error, about) => failureNotice(messages, error, about);
}
