"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { accountName } from "../connections/account-name.ts";
import { type ConnectContextValue, useConnectContext } from "../provider/connect-context.ts";
import { useLatest } from "../ui/use-latest.ts";
import { AuthKitBridge } from "./authkit-bridge.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import type { ConnectSession } from "./connect-session.ts";
import { explainBlockedFrame, warnOfOpenerPolicy } from "./development-hints.ts";
import {
  currentSnapshot,
  noSnapshot,
  type SessionObserver,
  type SessionSnapshot,
  subscribeToSession,
} from "./session-slot.ts";

/** Shows the page's connect session if this provider runs it. */
export function SessionHost() {
  const { engine } = useConnectContext();
  const snapshot = useSyncExternalStore(subscribeToSession, currentSnapshot, noSnapshot);
  const session = engine.ownSession();
  useConnectedStatus(session);
  if (!session || !snapshot?.isVisible) return null;
  return <RunningSession key={session.id} session={session} snapshot={snapshot} />;
}

interface RunningSessionProps {
  session: ConnectSession;
  snapshot: SessionSnapshot;
}

function RunningSession({ session, snapshot }: RunningSessionProps) {
  const context = useConnectContext();
  const frameHost = useRef<HTMLDivElement>(null);
  const options = session.frameOptions();
  const name = snapshot.connector?.name ?? null;
  useDevelopmentHints(session, snapshot);
  return (
    <>
      <ConnectDialog session={session} snapshot={snapshot} frameHost={frameHost} />
      {options && (
        <AuthKitBridge
          key={snapshot.frame}
          session={session}
          options={options}
          host={frameHost}
          frameTitle={context.messages.session.frameTitle(name)}
          theme={schemeOf(context, session.opener)}
        />
      )}
    </>
  );
}

/** Says in the console what only a developer can mend; bundlers leave it out of production. */
function useDevelopmentHints(session: ConnectSession, { phase }: SessionSnapshot) {
  useEffect(() => {
    if (process.env.NODE_ENV === "production") return;
    const options = session.frameOptions();
    if (phase === "opening") void warnOfOpenerPolicy();
    if (phase === "blocked" && options) void explainBlockedFrame(options);
  }, [session, phase]);
}

/** AuthKit knows light and dark only: the scheme that the kit is drawn in. */
function schemeOf({ root }: ConnectContextValue, opener: Element | null): "light" | "dark" {
  const { colorScheme } = getComputedStyle(opener ?? document.documentElement);
  const schemes = (root.style.colorScheme ?? colorScheme).split(" ");
  if (!schemes.includes("dark")) return "light";
  const isEither = schemes.includes("light");
  return isEither && !matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark";
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
