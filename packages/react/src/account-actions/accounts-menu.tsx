"use client";

import type { Connection } from "@authkit-ui/contract";
import { type RefObject, useState } from "react";
import { accountLabel } from "../data/account-label.ts";
import { needsAttention } from "../data/sort-connections.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { Icon } from "../ui/icon.tsx";
import { chevronLeft, chevronRight } from "../ui/icons.ts";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { disabledReason } from "./disabled-reason.ts";

/** Props of {@link AccountsMenu}. */
export interface AccountsMenuProps {
  connectorName: string;
  connections: readonly Connection[];
  /** The menu's button. */
  anchor: RefObject<HTMLElement | null>;
  /** `null` where no further account can be connected. */
  onConnect: (() => void) | null;
  onReconnect: (connection: Connection) => void;
  onDisconnect: (connection: Connection) => void;
  onClose: () => void;
}

/** The accounts of one platform. Choosing one shows what can be done with it. */
export function AccountsMenu(props: AccountsMenuProps) {
  const { connectorName, connections, onConnect, onReconnect, onDisconnect } = props;
  const messages = useMessages("button");
  const { locale } = useMessagesContext();
  const labelOf = (connection: Connection) =>
    accountLabel(connection, connectorName, connections, locale);
  const [chosen, setChosen] = useState<Connection | null>(null);
  const title = messages.accounts(connections.length, connectorName);
  return (
    <Menu
      key={chosen?.id}
      label={title}
      align="start"
      anchor={props.anchor}
      onClose={props.onClose}
    >
      {chosen ? (
        <>
          <MenuLabel>
            <bdi>{labelOf(chosen)}</bdi>
          </MenuLabel>
          <MenuItem
            disabledReason={disabledReason(chosen.can.reconnect)}
            onSelect={() => onReconnect(chosen)}
          >
            {messages.reconnectItem}
          </MenuItem>
          <MenuItem
            tone="danger"
            disabledReason={disabledReason(chosen.can.disconnect)}
            onSelect={() => onDisconnect(chosen)}
          >
            {messages.disconnectItem}
          </MenuItem>
          <MenuSeparator />
          <MenuItem keepsOpen onSelect={() => setChosen(null)}>
            <Icon path={chevronLeft} mirror />
            <span>{messages.back}</span>
          </MenuItem>
        </>
      ) : (
        <>
          <MenuLabel>{title}</MenuLabel>
          {connections.map((connection) => {
            const isBroken = needsAttention(connection) && connection.can.reconnect === true;
            return (
              <MenuItem
                key={connection.id}
                keepsOpen={!isBroken}
                onSelect={() => (isBroken ? onReconnect(connection) : setChosen(connection))}
              >
                <bdi>{labelOf(connection)}</bdi>
                {isBroken ? (
                  <StateLabel state={connection.state}>{messages.reconnectItem}</StateLabel>
                ) : (
                  <Icon path={chevronRight} mirror />
                )}
              </MenuItem>
            );
          })}
          {onConnect && (
            <>
              <MenuSeparator />
              <MenuItem onSelect={onConnect}>{messages.addAnother}</MenuItem>
            </>
          )}
        </>
      )}
    </Menu>
  );
}
