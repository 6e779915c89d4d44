"use client";

import { useEffect, useRef, useState } from "react";
import type { SessionMessages } from "../messages/session-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { ownerWindow } from "../ui/active-element.ts";
import { ExitPresence, useExit } from "../ui/exit-presence.tsx";
import { type ThemeAttributes, useRootContext } from "../ui/root-context.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import type { AuthKitDriver, ConnectSessionViewProps } from "./adapters/authkit-adapter.ts";
import { AuthKitFrame } from "./authkit-frame.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import type { ConnectSession } from "./connect-session.ts";
import { connectedAccountName } from "./connect-status.tsx";
import { explainBlockedFrame, warnOfOpenerPolicy } from "./dev-warnings.ts";
import type { SessionState } from "./session-state.ts";
import type { SessionObserver } from "./session-store.ts";

/** Shows the page's connect session, and lets its dialog leave once it has ended. */
export function ConnectSessionView({ session, state, authKit }: ConnectSessionViewProps) {
  return (
    <ExitPresence>
      {session && state?.isVisible && (
        <OpenSession key={session.id} session={session} state={state} authKit={authKit} />
      )}
    </ExitPresence>
  );
}

interface OpenSessionProps {
  session: ConnectSession;
  state: SessionState;
  authKit: AuthKitDriver;
}

/** A connect session's dialog with AuthKit's frame in it. */
function OpenSession({ session, state, authKit }: OpenSessionProps) {
  const { root } = useRootContext();
  const { isOpen } = useExit();
  const messages = useMessages("session");
  const frameParent = useRef<HTMLDivElement>(null);
  const options = session.frameOptions();
  const name = state.connector?.name ?? null;
  useDevWarnings(session, state);
  useConnectedAnnouncement(session, messages.connectedStatus);
  return (
    <>
      <ConnectDialog
        session={session}
        state={state}
        frameParent={frameParent}
        onRetry={session.retry}
      />
      {/* Its page may show a viewer's data, so it goes with the session, before the dialog has left. */}
      {options && isOpen && (
        <AuthKitFrame
          key={state.frameNumber}
          session={session}
          authKit={authKit}
          options={options}
          connectorName={name}
          frameParent={frameParent}
          frameTitle={messages.frameTitle(name)}
          theme={resolveTheme(root, session.openedFrom.opener)}
        />
      )}
    </>
  );
}

/** Announces the new account where the dialog closes before it could. */
function useConnectedAnnouncement(
  session: ConnectSession,
  connectedStatus: SessionMessages["connectedStatus"],
) {
  const { announce } = useRootContext();
  const latest = useLatestGetter({ announce, connectedStatus });
  const [observer] = useState<SessionObserver>(() => ({
    onClose(outcome) {
      const state = session.getState();
      const account = connectedAccountName(state);
      if (outcome.type !== "connected" || account === null) return;
      // Without a platform the dialog stayed open, and has announced it.
      if (state.target.platform === undefined && state.isVisible) return;
      latest().announce(latest().connectedStatus(account));
    },
  }));
  useEffect(() => {
    session.observe(observer);
  }, [session, observer]);
}

/** Explains on the console what only a developer can mend; bundlers drop it in production. */
function useDevWarnings(session: ConnectSession, { phase, error }: SessionState) {
  useEffect(() => {
    // One block, so that bundlers drop the imports with it.
    if (process.env.NODE_ENV !== "production") {
      const options = session.frameOptions();
      if (phase === "opening") void warnOfOpenerPolicy();
      if (phase === "blocked" && options) void explainBlockedFrame(options, error);
    }
  }, [session, phase, error]);
}

/** The colour scheme that the kit is drawn in: AuthKit knows light and dark only. */
function resolveTheme(root: ThemeAttributes, opener: Element | null): "light" | "dark" {
  const view = ownerWindow(opener);
  const { colorScheme } = view.getComputedStyle(opener ?? document.documentElement);
  const schemes = (root["data-ak-theme"] ?? colorScheme).split(" ");
  if (!schemes.includes("dark")) return "light";
  const isEither = schemes.includes("light");
  return isEither && !view.matchMedia?.("(prefers-color-scheme: dark)").matches ? "light" : "dark";
}
