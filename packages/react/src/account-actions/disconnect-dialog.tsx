"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import type { ActionResult } from "../hooks/use-connections.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { useMessages } from "../messages/use-messages.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { circleAlert } from "../ui/icons.ts";
import type { LayerOrigin } from "../ui/layer-origin.ts";
import { useRootContext } from "../ui/root-context.ts";
import { StableLabel } from "../ui/stable-label.tsx";
import { WrappingName } from "../ui/wrapping-name.tsx";

/** Props of {@link DisconnectDialog}. */
export interface DisconnectDialogProps {
  accountLabel: string;
  connectorName: string;
  /**
   * What stops working.
   * @default a sentence that is true of every product
   */
  warning?: ReactNode | undefined;
  openedFrom: LayerOrigin;
  onConfirm: () => Promise<ActionResult>;
  onClose: () => void;
}

/**
 * Asks before an account is disconnected, with the focus on the safe answer, and stays until the
 * server has confirmed it: a refusal is shown here, where the person looks.
 */
export function DisconnectDialog({
  accountLabel,
  connectorName,
  warning,
  openedFrom,
  onConfirm,
  onClose,
}: DisconnectDialogProps) {
  const { root, providerElement } = useRootContext();
  const messages = useMessages("list");
  const failureNotice = useFailureNotice();
  const [before, after] = messages.disconnectQuestion;
  const titleId = useId();
  const textId = useId();
  const keepButton = useRef<HTMLButtonElement>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ConnectError | null>(null);

  async function confirm() {
    if (isRunning) return;
    setIsRunning(true);
    setError(null);
    const result = await onConfirm().finally(() => setIsRunning(false));
    // Not found: it has been disconnected meanwhile, e.g. in another tab.
    if (result.ok || result.error.code === "not_found") onClose();
    else setError(result.error);
  }

  const close = isRunning ? () => {} : onClose;
  return (
    <Dialog
      role="alertdialog"
      className="ak ak-alert-dialog"
      labelledBy={titleId}
      describedBy={textId}
      openedFrom={openedFrom}
      providerElement={providerElement}
      onClose={close}
      focusFirst={() => keepButton.current}
      {...root}
    >
      <h2 id={titleId} className="ak-dialog-title">
        <span>{before}</span>
        <WrappingName text={accountLabel} />
        <span>{after}</span>
      </h2>
      {/* The kit's own warning names the platform. */}
      {warning !== undefined && accountLabel !== connectorName && (
        <p className="ak-dialog-platform">
          <bdi>{connectorName}</bdi>
        </p>
      )}
      <div id={textId} className="ak-dialog-text">
        {warning ?? messages.disconnectWarning(connectorName)}
      </div>
      {error && (
        <p className="ak-dialog-error" role="alert">
          <Icon path={circleAlert} />
          <span className="ak-dialog-error-text">
            {error.code === "forbidden"
              ? failureNotice(error, { name: connectorName }).text
              : noticeText(messages.notDisconnected(connectorName))}
          </span>
        </p>
      )}
      <div className="ak-dialog-actions">
        <Button
          ref={keepButton}
          variant="outline"
          aria-disabled={isRunning || undefined}
          onClick={close}
        >
          {messages.keep}
        </Button>
        <Button variant="danger" aria-busy={isRunning || undefined} onClick={confirm}>
          <StableLabel labels={[messages.disconnect, messages.disconnecting, messages.tryAgain]}>
            {isRunning ? messages.disconnecting : error ? messages.tryAgain : messages.disconnect}
          </StableLabel>
        </Button>
      </div>
    </Dialog>
  );
}
