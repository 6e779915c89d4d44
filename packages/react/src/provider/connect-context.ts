"use client";

import type { IdentityType } from "@authkit-ui/contract";
import { createContext, useContext } from "react";
import type { ConnectStore } from "./connect-store.ts";

/** What the provider gives to its hooks and components. */
export interface ConnectContextValue {
  store: ConnectStore;
  /** Whose connections, unless a component says otherwise. */
  identityType: IdentityType;
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
