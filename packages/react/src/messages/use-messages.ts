"use client";

import { useConnectContext } from "../provider/connect-context.ts";
import type { Messages } from "./messages.ts";

/** The texts in force: the provider's language with the product's own wording over it. */
export function useMessages(): Messages {
  return useConnectContext().messages;
}
