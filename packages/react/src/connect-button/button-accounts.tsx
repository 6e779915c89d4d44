"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type ReactNode, type RefObject, useState } from "react";
import { useConnectionActions } from "../hooks/use-connections.ts";
import { useMessages } from "../messages/use-messages.ts";
import { DisconnectDialog } from "../parts/disconnect-dialog.tsx";
import { type LayerOrigin, layerOrigin } from "../ui/layer-origin.ts";
import { safeCall } from "../ui/safe-call.ts";
import { AccountMenu } from "./account-menu.tsx";

/** Props of {@link ButtonAccounts}. */
export interface ButtonAccountsProps {
  /** Connector's display name. */
  name: string;
  identityType: IdentityType;
  connections: readonly Connection[];
  anchor: RefObject<HTMLElement | null>;
  /** The root element around button and menu. */
  container: RefObject<HTMLElement | null>;
  isMenuOpen: boolean;
  /** `null` where it may not be offered. */
  onConnect: (() => void) | null;
  onReconnect: (connection: Connection) => void;
  describeDisconnect?: ((connection: Connection) => ReactNode) | undefined;
  onDisconnected?: ((connection: Connection) => void) | undefined;
  onMenuClose: () => void;
}

/**
 * What a button's accounts need: the menu of them, and the question before one is disconnected.
 * Only people with accounts need it, so it is loaded when there are some.
 */
export function ButtonAccounts({ name, connections, ...props }: ButtonAccountsProps) {
  const { disconnect } = useConnectionActions(props.identityType);
  const texts = useMessages("button");
  const [leaving, setLeaving] = useState<{ connection: Connection; origin: LayerOrigin } | null>(
    null,
  );
  return (
    <>
      {props.isMenuOpen && connections.length > 0 && (
        <AccountMenu
          name={name}
          connections={connections}
          texts={texts}
          anchor={props.anchor}
          onConnect={props.onConnect}
          onReconnect={props.onReconnect}
          onDisconnect={(connection) => {
            const origin = layerOrigin(props.anchor.current, props.container.current);
            setLeaving({ connection, origin });
          }}
          onClose={props.onMenuClose}
        />
      )}
      {leaving && (
        <DisconnectDialog
          {...leaving}
          name={name}
          warning={props.describeDisconnect?.(leaving.connection)}
          onConfirm={async () => {
            const result = await disconnect(leaving.connection.id);
            if (result.ok) safeCall(() => props.onDisconnected?.(leaving.connection));
            return result;
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
