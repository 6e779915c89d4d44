"use client";

import { useEffect, useRef, useState } from "react";
import { accountName } from "../messages/account-name.ts";
import type { ListMessages } from "../messages/list-messages.ts";
import { activeElementNear, focusElement, isFocusLost, viewOf } from "../ui/active-element.ts";
import { classNames } from "../ui/class-names.ts";
import { focusSection } from "../ui/focus-section.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import type { ConnectionListItem, RowActions, TransientRowState } from "./connection-list-item.ts";

/** Props of {@link RemovedRow}. */
export interface RemovedRowProps extends ConnectionListItem {
  texts: ListMessages;
  onConnect: RowActions["onConnect"];
  onDismiss: RowActions["onDismiss"];
  className?: string | undefined;
}

/** Milliseconds for which the trace of a disconnected account stays; it waits for who is at it. */
const staysFor = 6_000;

/**
 * What is left of an account that the server has disconnected. Pica deletes its credentials, which
 * nobody can bring back: so it offers to connect again, and does not promise to undo.
 */
export function RemovedRow({ connection, name, texts, ...props }: RemovedRowProps) {
  const { onConnect, className } = props;
  const row = useRef<HTMLLIElement>(null);
  const latest = useLatestGetter({ ...props, connection });
  const [isHeld, setIsHeld] = useState(false);
  const account = accountName(connection, name);
  const [before, after] = texts.disconnected;

  // The dialog that asked gives the focus back to a button that this row has replaced.
  useEffect(() => {
    if (row.current && isFocusLost(row.current)) row.current.focus();
  }, []);

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => {
      const element = row.current;
      if (element?.contains(activeElementNear(element))) focusNear(element);
      latest().onDismiss(latest().connection);
    }, staysFor);
    return () => clearTimeout(timer);
  }, [isHeld, latest]);

  const hold = () => setIsHeld(true);
  const release = () =>
    setIsHeld(row.current?.matches(":hover, :focus-visible, :has(:focus-visible)") ?? false);
  return (
    <li
      ref={row}
      className={classNames("ak-row", className)}
      data-state={"removed" satisfies TransientRowState}
      data-connection-id={connection.id}
      tabIndex={-1}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={release}
      onBlur={() => viewOf(row.current).requestAnimationFrame(release)}
    >
      <p className="ak-row-removed">
        <span>{before}</span>
        <bdi>{account}</bdi>
        <span>{after}</span>
      </p>
      {onConnect && props.unavailable === undefined && (
        <span className="ak-row-action">
          <button
            type="button"
            className="ak-button"
            data-variant="outline"
            data-size="sm"
            aria-label={texts.connectAgainAccount(account)}
            onClick={() => {
              // The dialog gives the focus back to where it was, and this row goes meanwhile.
              if (row.current) focusNear(row.current);
              onConnect(connection.platform);
            }}
          >
            {texts.connectAgain}
          </button>
        </span>
      )}
    </li>
  );
}

/** The focus stays in the list when the row that had it goes. */
function focusNear(row: HTMLElement) {
  const near = row.nextElementSibling ?? row.previousElementSibling;
  if (near) focusElement(near);
  else focusSection(row);
}
