"use client";

import type { Connection } from "@authkit-ui/contract";
import { useRef, useState } from "react";
import type { ListMessages } from "../messages/list-messages.ts";
import { Icon } from "../ui/icon.tsx";
import { dots } from "../ui/icons.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";
import type { RowActions } from "./listed-connection.ts";

/** Props of {@link RowMenu}. */
export interface RowMenuProps {
  connection: Connection;
  /** Connector's display name. */
  name: string;
  account: string;
  texts: ListMessages;
  onRename: () => void;
  onConnect: RowActions["onConnect"];
  onDisconnect: () => void;
}

const reasonOf = (permission: Connection["can"]["rename"]) =>
  permission === true ? undefined : permission.reason;

/** What else can be done with an account; what this viewer may not says why. */
export function RowMenu({ connection, name, account, texts, ...actions }: RowMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A press that closes the menu must not open it again.
  const wasOpen = useRef(false);
  const { platform, state, can } = connection;
  const { onConnect } = actions;
  const then = (run: () => void) => () => {
    button.current?.focus();
    setIsOpen(false);
    run();
  };
  return (
    <span className="ak-row-menu">
      <button
        ref={button}
        type="button"
        className="ak-icon-button"
        aria-label={texts.options(account)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={() => {
          setIsOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        <Icon path={dots} />
      </button>
      {isOpen && (
        <Menu label={texts.options(account)} anchor={button} onClose={() => setIsOpen(false)}>
          <MenuItem disabledReason={reasonOf(can.rename)} onSelect={then(actions.onRename)}>
            {texts.rename}
          </MenuItem>
          {onConnect && (
            <MenuItem onSelect={then(() => onConnect(platform))}>{texts.addAnother(name)}</MenuItem>
          )}
          <hr className="ak-menu-separator" />
          <MenuItem
            tone="danger"
            disabledReason={reasonOf(can.disconnect)}
            onSelect={then(actions.onDisconnect)}
          >
            {state === "gone" ? texts.removeItem : texts.disconnectItem}
          </MenuItem>
        </Menu>
      )}
    </span>
  );
}
