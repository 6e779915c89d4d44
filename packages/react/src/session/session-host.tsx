"use client";

import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";
import { ConnectError } from "../api/connect-error.ts";
import { accountName } from "../connections/account-name.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useLatest } from "../ui/use-latest.ts";
import type { ConnectSession } from "./connect-session.ts";
import type { RunningSessionProps } from "./running-session.tsx";
import {
  currentSnapshot,
  noSnapshot,
  type SessionObserver,
  subscribeToSession,
} from "./session-slot.ts";

/** Shows the page's connect session if this provider runs it. */
export function SessionHost() {
  const { engine } = useConnectContext();
  const snapshot = useSyncExternalStore(subscribeToSession, currentSnapshot, noSnapshot);
  const session = engine.ownSession();
  const RunningSession = useRunningSession(session);
  useConnectedStatus(session);
  if (!session || !snapshot?.isVisible || !RunningSession) return null;
  return <RunningSession key={session.id} session={session} snapshot={snapshot} />;
}

/** Loads the dialog, and AuthKit with it, while the server is asked for the session. */
function useRunningSession(session: ConnectSession | null) {
  const [loaded, setLoaded] = useState<ComponentType<RunningSessionProps> | null>(null);
  useEffect(() => {
    if (!session || loaded) return;
    import("./running-session.tsx").then(
      ({ RunningSession }) => setLoaded(() => RunningSession),
      (cause) =>
        session.abandon(
          new ConnectError(
            "network",
            "authkit-ui: the dialog's code could not be loaded. Was the site deployed anew since this " +
              "page was opened? Reload it.",
            { cause },
          ),
        ),
    );
  }, [session, loaded]);
  return loaded;
}

/** A dialog that has closed itself can no longer say what became of it. */
function useConnectedStatus(session: ConnectSession | null) {
  const context = useLatest(useConnectContext());
  const [observer] = useState<SessionObserver>(() => ({
    onClose(outcome) {
      if (outcome.type !== "connected") return;
      const { messages, announce } = context();
      announce(messages.session.connectedStatus(accountName(outcome.connection)));
    },
  }));
  useEffect(() => {
    session?.observe(observer);
  }, [session, observer]);
}
