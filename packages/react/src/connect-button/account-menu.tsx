"use client";

import type { Connection } from "@authkit-ui/contract";
import { type RefObject, useState } from "react";
import { needsAttention } from "../data/sort-connections.ts";
import { accountName } from "../messages/account-name.ts";
import type { ButtonMessages } from "../messages/button-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { Icon } from "../ui/icon.tsx";
import { back, next } from "../ui/late-icons.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";

/** Props of {@link AccountMenu}. */
export interface AccountMenuProps {
  /** Connector's display name. */
  name: string;
  connections: readonly Connection[];
  texts: ButtonMessages;
  anchor: RefObject<HTMLElement | null>;
  /** A callback is `null` where it may not be offered. */
  onConnect: (() => void) | null;
  onReconnect: (connection: Connection) => void;
  onDisconnect: (connection: Connection) => void;
  onClose: () => void;
}

const reasonOf = (permission: Connection["can"]["disconnect"]) =>
  permission === true ? undefined : permission.reason;

/** The accounts of one platform; choosing one leads on to what can be done with it. */
export function AccountMenu({
  name,
  connections,
  texts,
  anchor,
  onConnect,
  onReconnect,
  onDisconnect,
  onClose,
}: AccountMenuProps) {
  const [chosen, setChosen] = useState<Connection | null>(null);
  // The focus is back on the button before anything else opens, and returns there from it.
  const then = (run: () => void) => () => {
    anchor.current?.focus();
    onClose();
    run();
  };
  return (
    <Menu
      key={chosen?.id}
      label={texts.accounts(connections.length, name)}
      align="start"
      anchor={anchor}
      onClose={onClose}
    >
      {chosen ? (
        <>
          <p className="ak-menu-label">
            <bdi>{accountName(chosen, name)}</bdi>
          </p>
          <MenuItem
            disabledReason={reasonOf(chosen.can.reconnect)}
            onSelect={then(() => onReconnect(chosen))}
          >
            {texts.reconnectItem}
          </MenuItem>
          <MenuItem
            tone="danger"
            disabledReason={reasonOf(chosen.can.disconnect)}
            onSelect={then(() => onDisconnect(chosen))}
          >
            {texts.disconnectItem}
          </MenuItem>
          <hr className="ak-menu-separator" />
          <MenuItem onSelect={() => setChosen(null)}>
            <Icon path={back} mirror />
            <span>{texts.back}</span>
          </MenuItem>
        </>
      ) : (
        <>
          <p className="ak-menu-label">{texts.accounts(connections.length, name)}</p>
          {connections.map((connection) => {
            const isBroken = needsAttention(connection) && connection.can.reconnect === true;
            return (
              <MenuItem
                key={connection.id}
                onSelect={
                  isBroken ? then(() => onReconnect(connection)) : () => setChosen(connection)
                }
              >
                <bdi>{accountName(connection, name)}</bdi>
                {isBroken ? (
                  <StateLabel state={connection.state}>{texts.reconnectItem}</StateLabel>
                ) : (
                  <Icon path={next} mirror />
                )}
              </MenuItem>
            );
          })}
          {onConnect && (
            <>
              <hr className="ak-menu-separator" />
              <MenuItem onSelect={then(onConnect)}>{texts.addAnother}</MenuItem>
            </>
          )}
        </>
      )}
    </Menu>
  );
}
