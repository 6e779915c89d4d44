"use client";

import { useSyncExternalStore } from "react";
import { currentSnapshot, noSnapshot, subscribeToSession } from "../session/session-store.ts";
import { useConnectContext } from "./connect-context.ts";

/** Shows the page's connect session if this provider runs it. */
export function ConnectSessionOutlet() {
  const { store } = useConnectContext();
  const snapshot = useSyncExternalStore(subscribeToSession, currentSnapshot, noSnapshot);
  const session = store.activeSession();
  const course = session?.course;
  if (!session || !course || !snapshot?.isVisible) return null;
  const { View } = course;
  return <View key={session.id} session={session} course={course} snapshot={snapshot} />;
}
