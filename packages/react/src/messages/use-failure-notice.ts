"use client";

import type { ConnectError } from "../api/connect-error.ts";
import { failureNotice } from "./failure-notice.ts";
import type { Notice } from "./session-messages.ts";
import { useMessages } from "./use-messages.ts";

/** {@link failureNotice} in the texts in use. */
export function useFailureNotice(): (
  error: ConnectError,
  about: { name: string | null; host?: string | undefined },
) => Notice {
  const messages = useMessages();
  return (error, about) => failureNotice(messages, error, about);
}
