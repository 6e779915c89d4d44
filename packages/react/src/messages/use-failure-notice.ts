"use client";

import type { ConnectError } from "../api/connect-error.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { failure } from "./en-failure.ts";
import { failureNotice } from "./failure-notice.ts";
import type { Notice } from "./session-messages.ts";

/** {@link failureNotice} in the texts in force. */
export function useFailureNotice(): (
  error: ConnectError,
  about: { name: string | null; host?: string },
) => Notice {
  const { session } = useConnectContext().messages;
  const texts = { session: { failure, ...session } };
  return (error, about) => failureNotice(texts, error, about);
}
