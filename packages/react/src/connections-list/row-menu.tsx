"use client";

import type { Connection } from "@authkit-ui/contract";
import type { ListMessages } from "../messages/list-messages.ts";
import { Menu, MenuItem } from "../ui/menu.tsx";
import type { Disclosure } from "../ui/use-disclosure.ts";
import type { RowActions } from "./connection-list-item.ts";

/** Props of {@link RowMenu}. */
export interface RowMenuProps {
  connection: Connection;
  /** Connector's display name. */
  name: string;
  /** Why no more accounts of it can be connected. */
  unavailable?: string | undefined;
  account: string;
  texts: ListMessages;
  actions: RowActions;
  menu: Pick<Disclosure<unknown>, "anchor" | "close">;
  /** Shows the form in which the name is changed. */
  onRename: () => void;
}

const reasonOf = (permission: Connection["can"]["rename"]) =>
  permission === true ? undefined : permission.reason;

/** What else can be done with an account; what this viewer may not says why. */
export function RowMenu(props: RowMenuProps) {
  const { connection, name, account, texts, actions, menu } = props;
  const { onConnect } = actions;
  const { platform, state, can } = connection;
  const then = (run: () => void) => () => {
    menu.anchor.current?.focus();
    menu.close();
    run();
  };
  return (
    <Menu label={texts.options(account)} anchor={menu.anchor} onClose={menu.close}>
      <MenuItem disabledReason={reasonOf(can.rename)} onSelect={then(props.onRename)}>
        {texts.rename}
      </MenuItem>
      {onConnect && (
        <MenuItem disabledReason={props.unavailable} onSelect={then(() => onConnect(platform))}>
          {texts.addAnother(name)}
        </MenuItem>
      )}
      <hr className="ak-menu-separator" />
      <MenuItem
        tone="danger"
        disabledReason={reasonOf(can.disconnect)}
        onSelect={then(() => actions.onDisconnect(connection))}
      >
        {state === "gone" ? texts.removeItem : texts.disconnectItem}
      </MenuItem>
    </Menu>
  );
}
