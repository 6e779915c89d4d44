"use client";

import { createContext, useContext } from "react";
import type { GivenMessages } from "./messages.ts";

/** The provider's language. */
export interface MessagesContextValue {
  /** The product's language and wording, over the kit's English. */
  messages: GivenMessages;
  /** BCP 47 tag for `Intl`. */
  locale: string;
  /** The language of the texts, or `undefined` without a `locale`. */
  lang: string | undefined;
}

export const MessagesContext = createContext<MessagesContextValue>({
  messages: {},
  locale: "en",
  lang: undefined,
});

export const useMessagesContext = (): MessagesContextValue => useContext(MessagesContext);
