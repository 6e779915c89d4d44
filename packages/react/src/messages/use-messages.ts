"use client";

import { useMemo } from "react";
import { useConnectContext } from "../provider/connect-context.ts";
import { mergeMessages } from "./merge-messages.ts";
import type { Messages } from "./messages.ts";

/** The texts in force: the provider's language with the product's own wording over it. */
export function useMessages(): Messages {
  const { messages } = useConnectContext();
  return useMemo(() => mergeMessages(messages), [messages]);
}
