"use client";

import type { Connection } from "@authkit-ui/contract";
import { useEffect, useRef, useState } from "react";
import { isUnnamed } from "../data/account-label.ts";
import { useMessages } from "../messages/use-messages.ts";
import { focusElement, isFocusLost } from "../ui/active-element.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { x } from "../ui/icons.ts";
import { Logo } from "../ui/logo.tsx";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";

/** Props of {@link RemovedRow}. */
export interface RemovedRowProps {
  connection: Connection;
  connectorName: string;
  image: string | null;
  accountLabel: string;
  /** `null` where the account cannot be connected again. */
  onConnect: (() => void) | null;
  /** Called when somebody has dismissed the row, and it has left. */
  onDismiss: () => void;
  /** Moves the focus to the list's heading, for the last row. */
  focusHeading: () => void;
  className?: string | undefined;
}

/**
 * Stands where an account was that the server has disconnected. Pica deletes its credentials, which
 * nobody can restore: so the row offers to connect again, and does not promise to undo. It stays until
 * somebody dismisses it, so nothing moves by itself and nobody has to be quick.
 */
export function RemovedRow(props: RemovedRowProps) {
  const { connection, connectorName, accountLabel, onConnect } = props;
  const messages = useMessages("list");
  const row = useRef<HTMLLIElement>(null);
  const latest = useLatestGetter(props);
  const [isLeaving, setIsLeaving] = useState(false);
  const [before, after] = messages.disconnected;

  // The disconnect dialog returns the focus to a button that this row has replaced.
  useEffect(() => {
    if (row.current && isFocusLost(row.current)) row.current.focus();
  }, []);

  useEffect(() => {
    if (!isLeaving) return;
    // There is no animation without the stylesheet or with reduced motion.
    const transitions = row.current?.getAnimations?.() ?? [];
    const end = () => latest().onDismiss();
    Promise.allSettled(transitions.map(({ finished }) => finished)).then(end);
  }, [isLeaving, latest]);

  return (
    <li
      ref={row}
      className={classNames("ak-row", props.className)}
      data-state="removed"
      data-connection-id={connection.id}
      data-leaving={isLeaving || undefined}
      tabIndex={-1}
    >
      <Logo platform={connection.platform} name={connectorName} image={props.image} isDimmed />
      <p className="ak-row-removed">
        <span>{before}</span>
        <WrappingName text={accountLabel} />
        <span>{after}</span>
        {!isUnnamed(connection) && (
          <>
            <span> · </span>
            <bdi className="ak-row-removed-platform">{connectorName}</bdi>
          </>
        )}
      </p>
      {onConnect && (
        <span className="ak-row-action">
          <Button
            variant="outline"
            size="sm"
            aria-label={messages.connectAgainAccount(accountLabel)}
            onClick={onConnect}
          >
            {messages.connectAgain}
          </Button>
        </span>
      )}
      <span className="ak-row-menu">
        <button
          type="button"
          className="ak-icon-button"
          aria-label={messages.dismissAccount(accountLabel)}
          onClick={() => {
            if (row.current) focusNeighbour(row.current, props.focusHeading);
            setIsLeaving(true);
          }}
        >
          <Icon path={x} />
        </button>
      </span>
    </li>
  );
}

/** Keeps the focus in the list when the row that has it goes. */
function focusNeighbour(row: HTMLElement, focusHeading: () => void) {
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  if (neighbour) focusElement(neighbour);
  else focusHeading();
}
