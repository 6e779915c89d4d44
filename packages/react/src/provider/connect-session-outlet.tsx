"use client";

import { useSyncExternalStore } from "react";
import {
  getServerSnapshot,
  getSessionSnapshot,
  subscribeToSession,
} from "../session/session-store.ts";
import { useConnectContext } from "./connect-context.ts";

/** Renders the page's connect session if this provider runs it. */
export function ConnectSessionOutlet() {
  const { store } = useConnectContext();
  const state = useSyncExternalStore(subscribeToSession, getSessionSnapshot, getServerSnapshot);
  const session = store.activeSession();
  const module = useSyncExternalStore(subscribeToSession, store.authKitModule, getServerSnapshot);
  return (
    module && (
      <module.ConnectSessionView
        key={store.key}
        session={session}
        state={state}
        authKit={module.authKit}
      />
    )
  );
}
