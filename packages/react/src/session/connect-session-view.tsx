"use client";

import { useEffect, useRef, useState } from "react";
import { sessionMessages } from "../messages/en-session.ts";
import type { SessionMessages } from "../messages/session-messages.ts";
import { useTexts } from "../messages/use-texts.ts";
import { type ConnectContextValue, useConnectContext } from "../provider/connect-context.ts";
import { viewOf } from "../ui/active-element.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { AuthKitFrame } from "./authkit-frame.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import type { ConnectFlow, ConnectSession, ConnectSessionViewProps } from "./connect-session.ts";
import { connectedAccountName } from "./connected-account-name.ts";
import { explainBlockedFrame, warnOfOpenerPolicy } from "./dev-warnings.ts";
import type { SessionObserver, SessionSnapshot } from "./session-store.ts";

/** The dialog with AuthKit's page in it: loaded when somebody presses, not with the page. */
export function ConnectSessionView({ session, course, snapshot }: ConnectSessionViewProps) {
  const context = useConnectContext();
  const texts = useTexts("session", sessionMessages);
  const frameHost = useRef<HTMLDivElement>(null);
  const options = course.frameOptions();
  const name = snapshot.connector?.name ?? null;
  useDevelopmentHints(course, snapshot);
  useConnectedStatus(session, texts.connectedStatus);
  return (
    <>
      <ConnectDialog
        session={session}
        snapshot={snapshot}
        frameHost={frameHost}
        onRetry={course.retry}
      />
      {options && (
        <AuthKitFrame
          key={snapshot.frame}
          course={course}
          options={options}
          connectorName={name}
          host={frameHost}
          frameTitle={texts.frameTitle(name)}
          theme={schemeOf(context, session.origin.opener)}
        />
      )}
    </>
  );
}

/** A dialog that closes before the account is stored, or with it, cannot say so itself. */
function useConnectedStatus(
  session: ConnectSession,
  connectedStatus: SessionMessages["connectedStatus"],
) {
  const { announce } = useConnectContext();
  const latest = useLatestGetter({ announce, connectedStatus });
  const [observer] = useState<SessionObserver>(() => ({
    onClose(outcome) {
      const snapshot = session.getSnapshot();
      const account = connectedAccountName(snapshot);
      if (outcome.type !== "connected" || account === null) return;
      // Without a platform it stayed open, and has said it.
      if (snapshot.request.platform === undefined && snapshot.isVisible) return;
      latest().announce(latest().connectedStatus(account));
    },
  }));
  useEffect(() => {
    session.observe(observer);
  }, [session, observer]);
}

/** Says in the console what only a developer can mend; bundlers leave it out of production. */
function useDevelopmentHints(course: ConnectFlow, { phase }: SessionSnapshot) {
  useEffect(() => {
    // One block, so that bundlers drop the hints themselves with it.
    if (process.env.NODE_ENV !== "production") {
      const options = course.frameOptions();
      if (phase === "opening") void warnOfOpenerPolicy();
      if (phase === "blocked" && options) void explainBlockedFrame(options);
    }
  }, [course, phase]);
}

/** AuthKit knows light and dark only: the scheme that the kit is drawn in. */
function schemeOf({ root }: ConnectContextValue, opener: Element | null): "light" | "dark" {
  const view = viewOf(opener);
  const { colorScheme } = view.getComputedStyle(opener ?? document.documentElement);
  const schemes = (root["data-ak-theme"] ?? colorScheme).split(" ");
  if (!schemes.includes("dark")) return "light";
  const isEither = schemes.includes("light");
  return isEither && !view.matchMedia?.("(prefers-color-scheme: dark)").matches ? "light" : "dark";
}
