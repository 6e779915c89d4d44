"use client";

import { useSyncExternalStore } from "react";
import { useConnectContext } from "../provider/connect-context.ts";
import { currentSnapshot, noSnapshot, subscribeToSession } from "./session-slot.ts";

/** Shows the page's connect session if this provider runs it. */
export function SessionHost() {
  const { engine } = useConnectContext();
  const snapshot = useSyncExternalStore(subscribeToSession, currentSnapshot, noSnapshot);
  const session = engine.ownSession();
  const course = session?.course;
  if (!session || !course || !snapshot?.isVisible) return null;
  const { View } = course;
  return <View key={session.id} session={session} course={course} snapshot={snapshot} />;
}
