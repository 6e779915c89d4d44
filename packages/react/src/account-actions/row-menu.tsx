"use client";

import { type Connection, type ConnectionAccess, connectionAccesses } from "@authkit-ui/contract";
import type { RefObject } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "../ui/menu.tsx";
import { disabledReason } from "./disabled-reason.ts";

/** Props of {@link RowMenu}. */
export interface RowMenuProps {
  connection: Connection;
  connectorName: string;
  accountLabel: string;
  /** Why no further account of the platform can be connected. */
  unavailable: string | undefined;
  /** The menu's button. */
  anchor: RefObject<HTMLElement | null>;
  onRename: () => void;
  /** `null` where no account can be added. */
  onConnect: (() => void) | null;
  onSetAccess: (access: ConnectionAccess) => void;
  onDisconnect: () => void;
  onClose: () => void;
}

/** What else can be done with an account. A command that the viewer may not use says why. */
export function RowMenu(props: RowMenuProps) {
  const { connection, connectorName } = props;
  const { state, access, can } = connection;
  const messages = useMessages("list");
  return (
    <Menu
      label={messages.options(props.accountLabel)}
      anchor={props.anchor}
      onClose={props.onClose}
    >
      <MenuItem disabledReason={disabledReason(can.rename)} onSelect={props.onRename}>
        {messages.rename}
      </MenuItem>
      {props.onConnect && (
        <MenuItem disabledReason={props.unavailable} onSelect={props.onConnect}>
          {messages.addAnother(connectorName)}
        </MenuItem>
      )}
      {access && can.setAccess && (
        <>
          <MenuSeparator />
          {can.setAccess === true ? (
            <MenuRadioGroup
              label={messages.accessLabel}
              options={connectionAccesses.map((value) => {
                return { value, label: messages.accessLevel[value] };
              })}
              value={access}
              onSelect={props.onSetAccess}
            />
          ) : (
            <MenuItem disabledReason={can.setAccess.reason} onSelect={() => {}}>
              {messages.accessLabel}
            </MenuItem>
          )}
        </>
      )}
      <MenuSeparator />
      <MenuItem
        tone="danger"
        disabledReason={disabledReason(can.disconnect)}
        onSelect={props.onDisconnect}
      >
        {state === "gone" ? messages.removeItem : messages.disconnectItem}
      </MenuItem>
    </Menu>
  );
}
