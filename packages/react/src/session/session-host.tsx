"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { accountName } from "../connections/account-name.ts";
import { outcomeMessages } from "../messages/en-outcome.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useLatest } from "../ui/use-latest.ts";
import type { ConnectSession } from "./connect-session.ts";
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
  useConnectedStatus(session);
  const course = session?.course;
  if (!session || !course || !snapshot?.isVisible) return null;
  const { View } = course;
  return <View key={session.id} session={session} course={course} snapshot={snapshot} />;
}

/** A dialog that has closed itself can no longer say what became of it. */
function useConnectedStatus(session: ConnectSession | null) {
  const context = useLatest(useConnectContext());
  const [observer] = useState<SessionObserver>(() => ({
    onClose(outcome) {
      if (outcome.type !== "connected") return;
      const { messages, announce } = context();
      const { connectedStatus } = { ...outcomeMessages, ...messages.session };
      announce(connectedStatus(accountName(outcome.connection)));
    },
  }));
  useEffect(() => {
    session?.observe(observer);
  }, [session, observer]);
}
