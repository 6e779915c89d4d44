"use client";

import type { Connection } from "@authkit-ui/contract";
import type { RefObject } from "react";
import type { ListMessages } from "../messages/list-messages.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";
import type { RowActions } from "./listed-connection.ts";

/** Props of {@link RowCommands}. */
export interface RowCommandsProps {
  connection: Connection;
  /** Connector's display name. */
  name: string;
  account: string;
  texts: ListMessages;
  /** The button that opened them. */
  anchor: RefObject<HTMLElement | null>;
  onRename: () => void;
  onConnect: RowActions["onConnect"];
  onDisconnect: () => void;
  onClose: () => void;
}

const reasonOf = (permission: Connection["can"]["rename"]) =>
  permission === true ? undefined : permission.reason;

/** What else can be done with an account; what this viewer may not says why. */
export function RowCommands(props: RowCommandsProps) {
  const { connection, name, account, texts, anchor, onConnect, onClose } = props;
  const { platform, state, can } = connection;
  const then = (run: () => void) => () => {
    anchor.current?.focus();
    onClose();
    run();
  };
  return (
    <Menu label={texts.options(account)} anchor={anchor} onClose={onClose}>
      <MenuItem disabledReason={reasonOf(can.rename)} onSelect={then(props.onRename)}>
        {texts.rename}
      </MenuItem>
      {onConnect && (
        <MenuItem onSelect={then(() => onConnect(platform))}>{texts.addAnother(name)}</MenuItem>
      )}
      <hr className="ak-menu-separator" />
      <MenuItem
        tone="danger"
        disabledReason={reasonOf(can.disconnect)}
        onSelect={then(props.onDisconnect)}
      >
        {state === "gone" ? texts.removeItem : texts.disconnectItem}
      </MenuItem>
    </Menu>
  );
}
