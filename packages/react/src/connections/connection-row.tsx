"use client";

import { useRef, useState } from "react";
import type { ConnectionMessages } from "../messages/connection-messages.ts";
import type { ListMessages } from "../messages/list-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { dateInWords, dayInWords } from "../ui/dates.ts";
import { HeldLabel } from "../ui/held-label.tsx";
import { Logo } from "../ui/logo.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { accountName } from "./account-name.ts";
import type { ListedConnection, RowActions, RowState } from "./listed-connection.ts";
import { needsAttention } from "./needs-attention.ts";
import { RenameForm } from "./rename-form.tsx";
import { RowMenu } from "./row-menu.tsx";
import { StateLabel } from "./state-label.tsx";

/** Props of {@link ConnectionRow}. */
export interface ConnectionRowProps extends ListedConnection {
  texts: ListMessages;
  connectionTexts: ConnectionMessages;
  locale: string;
  now: number;
  isReadOnly: boolean;
  isOffline: boolean;
  showDate: boolean;
  actions: RowActions;
  className?: string | undefined;
}

/** One account: who it is, how it stands and why, and the one thing to do about it. */
export function ConnectionRow(props: ConnectionRowProps) {
  const { connection, name, image, problem, texts, connectionTexts, actions } = props;
  const { state, can } = connection;
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const account = accountName(connection, name);
  const isBroken = needsAttention(connection);
  const rowState: RowState = isEditing ? "editing" : problem ? "problem" : state;

  const stopEditing = () => {
    setIsEditing(false);
    // The menu's button, from which it was opened, is not there yet.
    row.current?.focus();
  };
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
      {isEditing ? (
        <RenameForm
          connection={connection}
          account={account}
          texts={texts}
          onSave={(draft) => {
            stopEditing();
            if (draft.trim() !== (connection.name ?? "")) actions.onRename(connection, draft);
          }}
          onCancel={stopEditing}
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
          <StateLabel state={problem ? "problem" : state}>
            {problem ? problem.title : connectionTexts.state[state]}
          </StateLabel>
          {detail && (
            <p className="ak-row-detail" role={problem ? "alert" : undefined}>
              {detail}
            </p>
          )}
          {!props.isReadOnly && (
            <>
              <RowAction {...props} account={account} />
              <RowMenu
                connection={connection}
                name={name}
                account={account}
                texts={texts}
                onRename={() => setIsEditing(true)}
                onConnect={actions.onConnect}
                onDisconnect={() => actions.onDisconnect(connection)}
              />
            </>
          )}
        </>
      )}
    </li>
  );
}

/** The line below the name: the platform, unless that is the name already, and when it was added. */
function Platform({ connection, name, texts, locale, now, showDate }: ConnectionRowProps) {
  const isNamed = connection.name !== null || connection.account !== undefined;
  const { createdAt } = connection;
  const date = (
    // Server and browser may be on two sides of midnight.
    <time
      className="ak-row-date"
      dateTime={createdAt}
      title={dateInWords(new Date(createdAt), locale)}
      suppressHydrationWarning
    >
      {texts.added(dayInWords(createdAt, locale, now))}
    </time>
  );
  return (
    <p className="ak-row-platform">
      {isNamed && <bdi>{name}</bdi>}
      {isNamed && showDate && " · "}
      {(showDate || !isNamed) && date}
    </p>
  );
}

function RowAction(props: ConnectionRowProps & { account: string }) {
  const { connection, problem, texts, actions, account, isOffline, isReconnecting } = props;
  if (problem) {
    return (
      <span className="ak-row-action">
        <button
          type="button"
          className="ak-button"
          data-variant="outline"
          data-size="sm"
          aria-label={`${texts.tryAgain}: ${account}`}
          onClick={() => actions.onRetry(connection)}
        >
          {texts.tryAgain}
        </button>
      </span>
    );
  }
  if (!needsAttention(connection) || connection.can.reconnect !== true) return null;
  const isWaiting = isReconnecting || isOffline;
  return (
    <span className="ak-row-action">
      <button
        type="button"
        className="ak-button"
        data-variant="solid"
        data-size="sm"
        aria-label={texts.reconnectAccount(account)}
        aria-busy={isReconnecting || undefined}
        aria-disabled={isWaiting || undefined}
        onClick={isWaiting ? undefined : () => actions.onReconnect(connection)}
      >
        {isReconnecting ? (
          <HeldLabel idle={texts.reconnect}>
            <Spinner />
          </HeldLabel>
        ) : (
          texts.reconnect
        )}
      </button>
    </span>
  );
}
