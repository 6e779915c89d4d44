"use client";

import type { Connection } from "@authkit-ui/contract";
import { useEffect, useId, useRef, useState } from "react";
import { reconnectLinkEnglish } from "../messages/reconnect-link-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type LayerOrigin, layerOrigin } from "../ui/layer-origin.ts";
import { useRootContext } from "../ui/root-context.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";

/** Props of {@link ReconnectDialog}. */
export interface ReconnectDialogProps {
  connection: Connection;
  connectorName: string;
  accountLabel: string;
  /** Called when the dialog opens. */
  onOpen: () => void;
  /** @param openedFrom Where the dialog was opened from. */
  onReconnect: (openedFrom: LayerOrigin) => void;
  onClose: () => void;
}

/** Asks whether to reconnect a connection, or says why the viewer may not. */
export function ReconnectDialog(props: ReconnectDialogProps) {
  const { connection, connectorName, accountLabel, onOpen, onReconnect, onClose } = props;
  const { root, providerElement } = useRootContext();
  const { list, session, connection: connectionMessages } = useMessages();
  const messages = useComponentMessages("reconnectLink", reconnectLinkEnglish);
  const [before, after] = messages.question;
  const { state, can } = connection;
  const isAllowed = can.reconnect === true;
  const titleId = useId();
  const textId = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(onOpen, [onOpen]);
  const [openedFrom] = useState(() => {
    const active = activeElementNear(providerElement());
    return layerOrigin(active === active?.ownerDocument.body ? null : active);
  });
  return (
    <Dialog
      role="alertdialog"
      className="ak ak-alert-dialog"
      labelledBy={titleId}
      describedBy={textId}
      openedFrom={openedFrom}
      providerElement={providerElement}
      onClose={onClose}
      focusFirst={() => first.current}
      {...root}
    >
      <h2 id={titleId} className="ak-dialog-title">
        <span>{before}</span>
        <WrappingName text={accountLabel} />
        <span>{after}</span>
      </h2>
      <p id={textId} className="ak-dialog-text">
        {can.reconnect === true
          ? connectionMessages.detail(state, connectorName)
          : can.reconnect.reason}
      </p>
      <div className="ak-dialog-actions">
        <Button ref={isAllowed ? null : first} variant="outline" onClick={onClose}>
          {isAllowed ? messages.notNow : session.close}
        </Button>
        {isAllowed && (
          <Button ref={first} variant="solid" onClick={() => onReconnect(openedFrom)}>
            {list.reconnect}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
