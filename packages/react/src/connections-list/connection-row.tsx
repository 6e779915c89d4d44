"use client";

import { type ReactNode, type RefObject, useRef, useState } from "react";
import { useAccountActionsChunk, useActionsMenu } from "../account-actions/use-account-actions.ts";
import { isUnnamed } from "../data/account-label.ts";
import { needsAttention } from "../data/sort-connections.ts";
import { accountName } from "../messages/names.ts";
import { useChunkErrorText } from "../messages/use-chunk-error-text.ts";
import { useMessages } from "../messages/use-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { classNames } from "../ui/class-names.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { toDate } from "../ui/format-date.ts";
import { Icon } from "../ui/icon.tsx";
import { ellipsis } from "../ui/icons.ts";
import { Logo } from "../ui/logo.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";
import { Added, LastUsed } from "./account-facts.tsx";
import type { ConnectionListItem, RowActions, RowState } from "./connection-list-item.ts";
import { RowPrimaryAction } from "./row-primary-action.tsx";

/** Props of {@link ConnectionRow}. */
export interface ConnectionRowProps {
  item: ConnectionListItem;
  /** Whether a test account shows the "Test" badge. */
  isTestShown: boolean;
  /** Milliseconds since 1970. */
  now: number;
  isReadOnly: boolean;
  isOffline: boolean;
  showDate: boolean;
  actions: RowActions;
  className?: string | undefined;
}

/** One account: its name, its state with the reason, and what can be done about it. */
export function ConnectionRow(props: ConnectionRowProps) {
  const { item, isReadOnly, actions } = props;
  const { connection, connectorName, accountLabel, image } = item;
  const { platform, state, can } = connection;
  const { list: messages, connection: connectionMessages } = useMessages();
  const chunkErrorText = useChunkErrorText();
  const accountActions = useAccountActionsChunk(!isReadOnly);
  const menu = useActionsMenu();
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);

  // That the menu's code is missing says nothing about the account, whose state stays in its label.
  const problem = menu.hasFailed
    ? { title: connectionMessages.state[state], text: chunkErrorText }
    : item.problem;
  const form = isEditing ? accountActions : null;
  const rowState: RowState = form ? "editing" : problem ? "error" : state;
  const detail = (() => {
    if (problem) return problem.text;
    if (needsAttention(connection) && can.reconnect !== true) return can.reconnect.reason;
    return connectionMessages.detail(state, connectorName);
  })();

  const { access, connectedBy } = connection;
  const accessFact = access && access !== "full" && messages.accessFact[access];
  const lastUsedOn = connection.lastUsedAt === undefined ? null : toDate(connection.lastUsedAt);
  // The label already has the date.
  const isDated = accountLabel !== accountName(connection, connectorName);
  const addedOn = isDated ? null : toDate(connection.createdAt);
  const isHealthy = state === "operational" && !problem;
  const isAddedInState = isHealthy && !lastUsedOn;
  // The state's place says when, the platform's place says who.
  const fact =
    isHealthy &&
    (lastUsedOn ? (
      <LastUsed on={lastUsedOn} now={props.now} />
    ) : (
      addedOn && <Added on={addedOn} now={props.now} />
    ));
  const isDateShown = !isAddedInState && (props.showDate || isUnnamed(connection));
  const on = isDateShown ? addedOn : null;
  const added = (on || connectedBy) && <Added by={connectedBy} on={on} now={props.now} />;

  return (
    <li
      ref={row}
      className={classNames("ak-row", props.className)}
      data-state={rowState}
      data-connection-id={connection.id}
      data-new={item.isNew || undefined}
      tabIndex={-1}
    >
      <Logo platform={platform} name={connectorName} image={image} isDimmed={state === "gone"} />
      {form ? (
        <form.RenameForm
          connection={connection}
          accountLabel={accountLabel}
          onRename={(newName) => actions.onRename(connection, newName)}
          onClose={() => {
            setIsEditing(false);
            // The menu's button is not rendered yet.
            row.current?.focus();
          }}
        />
      ) : (
        <>
          <p className="ak-row-name">
            <WrappingName text={accountLabel} />
            {props.isTestShown && connection.environment === "test" && (
              <span className="ak-badge">{connectionMessages.test}</span>
            )}
          </p>
          <Platform item={item} added={added || null} />
          <StateLabel state={problem && !menu.hasFailed ? "error" : state}>
            {fact ? (
              <>
                {/* The icon shows the state; screen readers get the word. */}
                <span ref={visuallyHidden} className="ak-unseen">
                  {`${connectionMessages.state[state]} `}
                </span>
                {fact}
              </>
            ) : problem ? (
              problem.title
            ) : (
              connectionMessages.state[state]
            )}
          </StateLabel>
          {(detail || accessFact) && (
            <div className="ak-row-detail">
              {detail && (
                <p className="ak-row-line" role={problem ? "alert" : undefined}>
                  {detail}
                </p>
              )}
              {accessFact && <p className="ak-row-line">{accessFact}</p>}
            </div>
          )}
          {!isReadOnly && (
            <>
              <RowPrimaryAction
                connection={connection}
                accountLabel={accountLabel}
                hasProblem={problem !== undefined}
                canRetry={menu.hasFailed || item.canRetry !== false}
                isOffline={props.isOffline}
                isReconnecting={item.isReconnecting === true}
                onReconnect={() => actions.onReconnect(connection)}
                onRetry={menu.hasFailed ? menu.open : () => actions.onRetry(connection)}
              />
              <span className="ak-row-menu">
                <button
                  ref={menu.button as RefObject<HTMLButtonElement | null>}
                  type="button"
                  className="ak-icon-button"
                  aria-label={messages.options(accountLabel)}
                  suppressHydrationWarning
                  aria-haspopup="menu"
                  {...menu.buttonProps}
                >
                  <Icon path={ellipsis} />
                </button>
                <ExitPresence>
                  {menu.isOpen && accountActions && (
                    <accountActions.RowMenu
                      connection={connection}
                      connectorName={connectorName}
                      accountLabel={accountLabel}
                      unavailable={item.unavailable}
                      anchor={menu.button}
                      onRename={() => setIsEditing(true)}
                      onSetAccess={(access) => actions.onSetAccess(connection, access)}
                      onConnect={actions.onConnect && (() => actions.onConnect?.(platform))}
                      onDisconnect={() => actions.onDisconnect(connection)}
                      onClose={menu.close}
                    />
                  )}
                </ExitPresence>
              </span>
            </>
          )}
        </>
      )}
    </li>
  );
}

/** The platform, unless the account's label already names it, and who added the account. */
function Platform({ item, added }: { item: ConnectionListItem; added: ReactNode }) {
  const isNamed = !isUnnamed(item.connection);
  if (!isNamed && !added) return null;
  return (
    <p className="ak-row-platform">
      {isNamed && <bdi>{item.connectorName}</bdi>}
      {isNamed && added && <span> · </span>}
      {added && <span className="ak-row-added">{added}</span>}
    </p>
  );
}
