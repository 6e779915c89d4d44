"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type ReactNode, type RefObject, useState } from "react";
import { accountLabel } from "../data/account-label.ts";
import { useConnectionActions } from "../hooks/use-connections.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { type LayerOrigin, layerOrigin } from "../ui/layer-origin.ts";
import { useRootContext } from "../ui/root-context.ts";
import { safeCall } from "../ui/safe-call.ts";
import { AccountsMenu } from "./accounts-menu.tsx";
import { DisconnectDialog } from "./disconnect-dialog.tsx";

/** Props of {@link ButtonAccountActions}. */
export interface ButtonAccountActionsProps {
  connectorName: string;
  identityType: IdentityType;
  connections: readonly Connection[];
  /** The menu's button. */
  anchor: RefObject<HTMLElement | null>;
  /** Root element of the `ConnectButton`. */
  container: RefObject<HTMLElement | null>;
  isMenuOpen: boolean;
  onMenuClose: () => void;
  /** `null` where no further account can be connected. */
  onConnect: (() => void) | null;
  onReconnect: (connection: Connection) => void;
  describeDisconnect: ((connection: Connection) => ReactNode) | undefined;
  onDisconnected: ((connection: Connection) => void) | undefined;
}

/** The account menu of a `ConnectButton`, and the question before an account is disconnected. */
export function ButtonAccountActions(props: ButtonAccountActionsProps) {
  const { connectorName, connections, anchor, container } = props;
  const { locale } = useMessagesContext();
  const { disconnectedStatus } = useMessages("list");
  const { announce } = useRootContext();
  const { disconnect } = useConnectionActions(props.identityType);
  const [question, setQuestion] = useState<{
    connection: Connection;
    openedFrom: LayerOrigin;
  } | null>(null);

  async function confirmDisconnect(connection: Connection) {
    const result = await disconnect(connection.id);
    if (result.ok) {
      announce(disconnectedStatus(accountLabel(connection, connectorName, connections, locale)));
      safeCall(() => props.onDisconnected?.(connection));
    }
    return result;
  }

  return (
    <>
      <ExitPresence>
        {props.isMenuOpen && connections.length > 0 && (
          <AccountsMenu
            connectorName={connectorName}
            connections={connections}
            anchor={anchor}
            onConnect={props.onConnect}
            onReconnect={props.onReconnect}
            onDisconnect={(connection) => {
              setQuestion({
                connection,
                openedFrom: layerOrigin(anchor.current, container.current),
              });
            }}
            onClose={props.onMenuClose}
          />
        )}
      </ExitPresence>
      <ExitPresence>
        {question && (
          <DisconnectDialog
            accountLabel={accountLabel(question.connection, connectorName, connections, locale)}
            openedFrom={question.openedFrom}
            connectorName={connectorName}
            warning={props.describeDisconnect?.(question.connection)}
            onConfirm={() => confirmDisconnect(question.connection)}
            onClose={() => setQuestion(null)}
          />
        )}
      </ExitPresence>
    </>
  );
}
