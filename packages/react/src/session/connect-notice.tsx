"use client";

import { useEffect, useState } from "react";
import { type ConnectError, type ConnectErrorCode, isRetryUseless } from "../api/connect-error.ts";
import { failureNotice } from "../messages/failure-notice.ts";
import type { Notice } from "../messages/session-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/logo.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { connectedAccountName } from "./connect-status.tsx";
import { isFrameDone, isFrameHidden, type SessionState } from "./session-state.ts";

/** Props of {@link ConnectNotice}. */
export interface ConnectNoticeProps {
  state: SessionState;
  onRetry: () => void;
}

/**
 * Reasons that are no failure: a wait, an expiry, or somebody's decision. Only failures are red.
 */
const calmCodes = new Set<ConnectErrorCode>([
  "offline",
  "rate_limited",
  "upstream_rate_limited",
  "upstream_quota_exceeded",
  "forbidden",
  "identity_type_unavailable",
  "platform_not_enabled",
  "frame_error",
]);

/**
 * Says why AuthKit's page is stuck and what to do, or what was connected while it stays open. It
 * replaces the page when that is hidden, and else stands above it. The header's button closes the
 * dialog.
 */
export function ConnectNotice({ state, onRetry }: ConnectNoticeProps) {
  const messages = useMessages("session");
  const { phase, error, connector, target } = state;
  const name = connector?.name ?? null;

  if (error || phase === "expired") {
    return <FailureNotice state={state} onRetry={onRetry} />;
  }
  const account = connectedAccountName(state);
  const isMore = target.platform === undefined && (phase === "saving" || account !== null);
  if (!isMore) return null;
  const { title } =
    phase === "saving" || account === null ? messages.saving(name) : messages.connected(account);
  // Not a live region: ConnectStatus says the same.
  return (
    <div className="ak-connect-notice" data-tone="success">
      <p className="ak-notice-title">{title}</p>
    </div>
  );
}

function FailureNotice({ state, onRetry }: ConnectNoticeProps) {
  const allMessages = useMessages();
  const messages = allMessages.session;
  const { phase, error, connector, host } = state;
  const name = connector?.name ?? null;
  const secondsLeft = useSecondsLeft(error);
  const isWaiting = secondsLeft !== undefined && secondsLeft > 0;

  const noticeAt = (seconds: number | undefined): Notice => {
    if (phase === "expired" || error === null) return messages.expired;
    return failureNotice(allMessages, error, { name, host, seconds });
  };
  const { title, text } = noticeAt(secondsLeft);
  const isCalm = error === null || calmCodes.has(error.code);
  const canRetry = phase !== "open" && (error === null || !isRetryUseless(error.code));
  const isAlone = isFrameHidden(state) || isFrameDone(state);
  return (
    <div
      className="ak-connect-notice"
      data-tone={isCalm ? "warning" : "danger"}
      data-layout={isAlone ? "page" : undefined}
    >
      {isAlone && connector && (
        <Logo
          platform={connector.platform}
          name={connector.name}
          image={connector.image}
          size="xl"
        />
      )}
      <div role="alert" className="ak-connect-alert">
        <p className="ak-notice-title">{title}</p>
        {isWaiting ? (
          <span ref={visuallyHidden} className="ak-unseen">
            {noticeAt(undefined).text}
          </span>
        ) : (
          <p className="ak-notice-text">{text}</p>
        )}
      </div>
      {/* Not in the alert, which would be read again each second. */}
      {isWaiting && (
        <p className="ak-notice-text" aria-hidden="true">
          {text}
        </p>
      )}
      {canRetry && (
        <div className="ak-notice-actions">
          <Button
            variant="solid"
            aria-disabled={isWaiting || undefined}
            onClick={isWaiting ? undefined : onRetry}
          >
            {phase === "expired" ? messages.startAgain : messages.tryAgain}
          </Button>
        </div>
      )}
      {error?.requestId !== undefined && (
        <p className="ak-reference">
          <span>{messages.reference}</span> <code>{error.requestId}</code>
        </p>
      )}
    </div>
  );
}

/** Counts down the wait that an error asks for, in seconds. `undefined` if it asks for none. */
function useSecondsLeft(error: ConnectError | null): number | undefined {
  const total = error?.retryAfter && Math.ceil(error.retryAfter / 1_000);
  const [passed, setPassed] = useState<{ of: ConnectError | null; seconds: number }>();
  useEffect(() => {
    if (total === undefined) return;
    const startedAt = Date.now();
    const timer = setInterval(() => {
      // Browsers slow down the timers of background pages, so the clock decides.
      const seconds = Math.min(total, Math.round((Date.now() - startedAt) / 1_000));
      setPassed({ of: error, seconds });
      if (seconds === total) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [error, total]);
  if (total === undefined) return undefined;
  return total - (passed?.of === error ? passed.seconds : 0);
}
