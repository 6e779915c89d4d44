"use client";

import { useRef, useState } from "react";
import { needsAttention } from "../data/sort-connections.ts";
import { accountName } from "../messages/account-name.ts";
import type { ConnectionMessages } from "../messages/connection-messages.ts";
import type { ListMessages } from "../messages/list-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { classNames } from "../ui/class-names.ts";
import { formatDate, formatRelativeDay, toDate } from "../ui/dates.ts";
import { Icon } from "../ui/icon.tsx";
import { dots } from "../ui/list-icons.ts";
import { Logo } from "../ui/logo.tsx";
import { useDisclosure } from "../ui/use-disclosure.ts";
import type { ConnectionListItem, RowActions, RowParts, RowState } from "./connection-list-item.ts";
import { RowPrimaryAction } from "./row-primary-action.tsx";

/** Props of {@link ConnectionRow}. */
export interface ConnectionRowProps extends ConnectionListItem {
  texts: ListMessages;
  connectionTexts: ConnectionMessages;
  locale: string;
  now: number;
  readOnly?: boolean | undefined;
  isOffline: boolean;
  showDates?: boolean | undefined;
  actions: RowActions;
  parts: RowParts;
  /** When those cannot be had. */
  unreachable: string;
  className?: string | undefined;
}

/** One account: who it is, how it stands and why, and the one thing to do about it. */
export function ConnectionRow(props: ConnectionRowProps) {
  const { connection, name, image, texts, connectionTexts, actions, parts } = props;
  const { state, can } = connection;
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const menu = useDisclosure(parts);
  const edit = isEditing ? parts.now() : null;
  // Says nothing of the account's health, which is still what it was.
  const problem = menu.hasFailed
    ? { title: connectionTexts.state[state], text: props.unreachable }
    : props.problem;
  const account = accountName(connection, name);
  const isBroken = needsAttention(connection);
  const rowState: RowState = edit ? "editing" : problem ? "problem" : state;

  const detail = problem
    ? problem.text
    : isBroken && can.reconnect !== true
      ? can.reconnect.reason
      : connectionTexts.detail(state, name);
  return (
    <li
      ref={row}
      className={classNames("ak-row", props.className)}
      data-state={rowState}
      data-connection-id={connection.id}
      tabIndex={-1}
    >
      <Logo platform={connection.platform} name={name} image={image} isDimmed={state === "gone"} />
      {edit ? (
        <edit.RenameForm
          {...props}
          account={account}
          onRename={actions.onRename}
          onClose={() => {
            setIsEditing(false);
            // The menu's button, from which it was opened, is not there yet.
            row.current?.focus();
          }}
        />
      ) : (
        <>
          <p className="ak-row-name">
            <bdi title={account}>{account}</bdi>
            {connection.environment === "test" && (
              <span className="ak-badge">{connectionTexts.test}</span>
            )}
          </p>
          <Platform {...props} />
          <StateLabel state={problem && !menu.hasFailed ? "problem" : state}>
            {problem ? problem.title : connectionTexts.state[state]}
          </StateLabel>
          {detail && (
            <p className="ak-row-detail" role={problem ? "alert" : undefined}>
              {detail}
            </p>
          )}
          {!props.readOnly && (
            <>
              <RowPrimaryAction
                {...props}
                account={account}
                hasProblem={problem !== undefined}
                onReconnect={actions.onReconnect}
                onRetry={menu.hasFailed ? menu.open : () => actions.onRetry(connection)}
              />
              <span className="ak-row-menu">
                <button
                  ref={menu.anchor}
                  type="button"
                  className="ak-icon-button"
                  aria-label={texts.options(account)}
                  aria-haspopup="menu"
                  {...menu.button}
                >
                  <Icon path={dots} />
                </button>
                {menu.part && (
                  <menu.part.RowMenu
                    {...props}
                    account={account}
                    menu={menu}
                    onRename={() => setIsEditing(true)}
                  />
                )}
              </span>
            </>
          )}
        </>
      )}
    </li>
  );
}

/** The line below the name: the platform, unless that is the name already, and when it was added. */
function Platform({ connection, name, texts, locale, now, showDates }: ConnectionRowProps) {
  const isNamed = connection.name !== null || connection.account !== undefined;
  const { createdAt } = connection;
  const addedOn = toDate(createdAt);
  const date = (showDates || !isNamed) && addedOn && (
    // Server and browser may be on two sides of midnight.
    <time
      className="ak-row-date"
      dateTime={createdAt}
      title={formatDate(addedOn, locale)}
      suppressHydrationWarning
    >
      {texts.added(formatRelativeDay(addedOn, locale, now))}
    </time>
  );
  return (
    <p className="ak-row-platform">
      {isNamed && <bdi>{name}</bdi>}
      {isNamed && date && <span> · </span>}
      {date}
    </p>
  );
}
