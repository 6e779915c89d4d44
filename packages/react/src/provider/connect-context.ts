"use client";

import type { IdentityType } from "@authkit-ui/contract";
import { createContext, useContext } from "react";
import type { MessageOverrides } from "../messages/messages.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import type { ConnectStore } from "./connect-store.ts";

/**
 * Attributes, not styles: a policy without `'unsafe-inline'` blocks a `style` in a server's HTML.
 */
export interface RootAttributes {
  dir?: "ltr" | "rtl";
  /** Absent: the colour scheme that the kit finds itself in. */
  "data-ak-theme"?: "light" | "dark";
}

/** What the provider hands to every part of the kit. */
export interface ConnectContextValue {
  store: ConnectStore;
  identityType: IdentityType;
  /** The product's language and wording, over the English that each part brings along. */
  messages: MessageOverrides;
  /** BCP 47 tag for `Intl`. */
  locale: string;
  /** To be spread on the root element of everything the kit renders, beside the class `ak`. */
  root: RootAttributes;
  /** Tells the product's `onEvent`; stable. */
  emit: (event: ConnectEvent) => void;
  /** Says a sentence to assistive technology, politely, once; stable. */
  announce: (sentence: string) => void;
}

export const ConnectContext = createContext<ConnectContextValue | null>(null);

/** @throws Error when there is no `ConnectProvider` above. */
export function useConnectContext(): ConnectContextValue {
  const value = useContext(ConnectContext);
  if (value === null) {
    throw new Error(
      "authkit-ui: a component or hook has no <ConnectProvider> around it. " +
        "Put <ConnectProvider viewerKey={user.id}> around your app.",
    );
  }
  return value;
}
