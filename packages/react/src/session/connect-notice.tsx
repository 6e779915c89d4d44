"use client";

import type { Notice } from "../messages/session-messages.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { useMessages } from "../messages/use-messages.ts";
import { Button } from "../ui/button.tsx";
import { connectedAccountName } from "./connected-account-name.ts";
import type { SessionState } from "./session-state.ts";

/** Props of {@link ConnectNotice}. */
export interface ConnectNoticeProps {
  state: SessionState;
  onRetry: () => void;
}

/**
 * What stands between the header and AuthKit's page: why it is stuck and what to do, or what was
 * connected while it stays open. It takes its own room, so that a page that lives is never covered.
 */
export function ConnectNotice({ state, onRetry }: ConnectNoticeProps) {
  const texts = useMessages("session");
  const failureNotice = useFailureNotice();
  const { phase, error, connector, request, host } = state;
  const name = connector?.name ?? null;

  const failure = (): Notice | null => {
    if (phase === "expired") return texts.expired;
    if (phase === "not_saved") return texts.notSaved(name);
    return error && failureNotice(error, { name, host });
  };
  const notice = failure();
  if (notice) {
    const isStuck = phase !== "open";
    return (
      <div className="ak-connect-notice" data-tone="danger" role="alert">
        <p className="ak-notice-title">{notice.title}</p>
        <p className="ak-notice-text">{notice.text}</p>
        {isStuck && (
          <div className="ak-notice-actions">
            <Button variant="solid" onClick={onRetry}>
              {phase === "expired" ? texts.startAgain : texts.tryAgain}
            </Button>
          </div>
        )}
        {error?.requestId !== undefined && (
          <p className="ak-reference">
            <span>{texts.reference}</span> <code>{error.requestId}</code>
          </p>
        )}
      </div>
    );
  }

  const account = connectedAccountName(state);
  const isMore = request.platform === undefined && (phase === "saving" || account !== null);
  if (!isMore) return null;
  const { title } =
    phase === "saving" || account === null ? texts.saving(name) : texts.connected(account);
  // Not a live region: ConnectStatus says the same.
  return (
    <div className="ak-connect-notice" data-tone="success">
      <p className="ak-notice-title">{title}</p>
    </div>
  );
}
