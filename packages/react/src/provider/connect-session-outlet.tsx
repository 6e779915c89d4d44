"use client";

import { useSyncExternalStore } from "react";
import {
  currentSessionState,
  serverSessionState,
  subscribeToSession,
} from "../session/session-store.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { useConnectContext } from "./connect-context.ts";

/** Renders the page's connect session if this provider runs it. */
export function ConnectSessionOutlet() {
  const { store } = useConnectContext();
  const state = useSyncExternalStore(subscribeToSession, currentSessionState, serverSessionState);
  const session = store.activeSession();
  const module = useSyncExternalStore(subscribeToSession, store.authKitModule, serverSessionState);
  return (
    <ExitPresence key={store.key}>
      {session && module && state?.isVisible && (
        <module.ConnectSessionView
          key={session.id}
          session={session}
          state={state}
          authKit={module.authKit}
        />
      )}
    </ExitPresence>
  );
}
