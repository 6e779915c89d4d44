"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type CSSProperties, type ForwardedRef, forwardRef, type ReactNode, useRef } from "react";
import { useAccountActionsChunk } from "../account-actions/use-account-actions.ts";
import type { ConnectError } from "../api/connect-error.ts";
import { accountLabel } from "../data/account-label.ts";
import { sortConnections } from "../data/sort-connections.ts";
import { useAttentionAnnouncement } from "../hooks/use-attention-announcement.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnections } from "../hooks/use-connections.ts";
import { useConnectors } from "../hooks/use-connectors.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { displayName } from "../messages/names.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useFocusGallerySearch } from "../provider/gallery-search.ts";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { useRootContext } from "../ui/root-context.ts";
import { useIsOnline } from "../ui/use-is-online.ts";
import type { ConnectionListItem } from "./connection-list-item.ts";
import { type ConnectionsListClassNames, ConnectionsListView } from "./connections-list-view.tsx";
import { useFirstRows } from "./use-first-rows.ts";
import { useNewRows } from "./use-new-rows.ts";
import { useRememberedCount } from "./use-remembered-count.ts";
import { useRowActions } from "./use-row-actions.ts";

/** Props of {@link ConnectionsList}. Others, e.g. `data-*` and `aria-*`, are the root element's too. */
export interface ConnectionsListProps {
  /**
   * Whose connections.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /** Restricts the list to the connections of one platform. */
  platform?: string | undefined;
  /**
   * Heading above the list. `null` leaves the whole header out.
   * @default "Connected accounts"
   */
  title?: ReactNode | undefined;
  /**
   * Level of the title in the page's outline.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /**
   * Shows the accounts, and offers no way to change them.
   * @default false
   */
  readOnly?: boolean | undefined;
  /**
   * Shows one list, or one for each platform.
   * @default "none"
   */
  groupBy?: "none" | "platform" | undefined;
  /**
   * Whether every row shows when its account was connected. By default only two kinds of rows do:
   * healthy ones whose last use is unknown, and unnamed ones.
   * @default false
   */
  showDates?: boolean | undefined;
  /**
   * What stops working when an account is disconnected, for the question that is asked before.
   * @default a sentence that is true of every product
   */
  describeDisconnect?: ((connection: Connection) => ReactNode) | undefined;
  /**
   * Leads from the empty list to what can be connected. `null` leaves the button out.
   * @default focuses the search of the gallery on the page, or opens AuthKit's own catalog
   */
  onBrowse?: (() => void) | null | undefined;
  /** Called once per account after the server has verified and stored it, also for a reconnect. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called after the server has removed an account. */
  onDisconnected?: ((connection: Connection) => void) | undefined;
  /** Called when an attempt to connect fails. The row shows the reason by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Id of the root element. */
  id?: string | undefined;
  /** Class of the root element. */
  className?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Classes of each part. */
  classNames?: ConnectionsListClassNames | undefined;
}

/**
 * Shows the viewer's connected accounts. Those that need attention come first and are counted. The
 * others are sorted by platform, the oldest first. A reconnected account keeps its place until the list
 * is shown again. Each row shows the account's name, its state, and what can be done about it.
 * `data-state` is `loading`, `error`, `empty` or `ready`; that of a row is the connection's state,
 * `editing`, `error` or `removed`.
 *
 * A confirmed disconnect is carried out at once. There is no time in which to undo it, because the
 * account would stay connected if its owner closed the tab during that time.
 *
 * @example
 * <ConnectionsList onDisconnected={({ platform }) => stopSync(platform)} />
 */
export const ConnectionsList = forwardRef(function ConnectionsList(
  props: ConnectionsListProps,
  ref: ForwardedRef<HTMLElement>,
) {
  const {
    identityType: ownIdentityType,
    platform: onlyPlatform,
    title,
    headingLevel,
    readOnly = false,
    groupBy,
    showDates,
    describeDisconnect,
    onBrowse,
    onConnected,
    onDisconnected,
    onError,
    classNames,
    ...elementProps
  } = props;
  const context = useConnectContext();
  const { store } = context;
  const { root: themeAttributes } = useRootContext();
  const messages = useMessages("list");
  const { locale } = useMessagesContext();
  const preload = usePreload();
  const focusGallerySearch = useFocusGallerySearch();
  const root = useRef<HTMLElement>(null);

  const identityType = ownIdentityType ?? context.identityType;
  const list = useConnections({ platform: onlyPlatform, identityType });
  const { connectors } = useConnectors();
  const session = useConnectSession();
  const isOnline = useIsOnline();
  const attempt = useConnectAttempt({
    identityType: ownIdentityType,
    onConnected,
    onError,
    root,
    attemptKeyOf: (target) =>
      target.identityType === identityType ? (target.reconnectId ?? target.platform ?? "") : null,
  });
  const failure = attempt.failure;

  const findConnector = (platform: string) =>
    connectors.find((connector) => connector.platform === platform);
  const nameOf = (platform: string) => displayName(platform, findConnector(platform));
  const labelOf = (connection: Connection, others: readonly Connection[]) =>
    accountLabel(connection, nameOf(connection.platform), others, locale);
  // Also counts when another account is unknown, e.g. because somebody else has signed in.
  const listKey = `${list.status === "success"} ${store.key} ${identityType}`;
  const { question, removed, problems, ...changes } = useRowActions({
    list,
    listKey,
    root,
    nameOf,
    labelOf: (connection) => labelOf(connection, list.connections),
    onDisconnected,
  });

  /** @param attemptKey Where a failure is shown: an account's id, a platform, or an empty text. */
  const connect = (attemptKey: string, platform?: string, reconnectId?: string) =>
    void attempt.run(attemptKey, () =>
      store.connect({ platform, identityType, reconnectId }, {}, { container: root.current }),
    );
  const reconnect = ({ id, platform }: Connection) => connect(id, platform, id);
  function browse() {
    if (onBrowse) onBrowse();
    else if (!focusGallerySearch()) connect("");
  }

  const isNew = useNewRows(
    listKey,
    list.status === "success" ? list.connections.map(({ id }) => id) : null,
  );
  // Accounts that have left the cache and are still shown: disconnected ones, and the one that is
  // being disconnected while its question is open.
  const retained = [...removed, ...(question ? [question.connection] : [])].filter(
    ({ id }) => !list.connections.some((connection) => connection.id === id),
  );
  const isFirst = useFirstRows(listKey, list.connections);
  const shown = sortConnections([...list.connections, ...retained], undefined, isFirst).connections;
  const rows = shown.map((connection): ConnectionListItem => {
    const { id, platform } = connection;
    const connector = findConnector(platform);
    const name = displayName(platform, connector);
    return {
      connection,
      connectorName: name,
      accountLabel: labelOf(connection, shown),
      image: connector?.image ?? null,
      unavailable: connector?.unavailable,
      isNew: isNew(id),
      isRemoved: retained.includes(connection) && connection !== question?.connection,
      isReconnecting: session?.reconnectId === id,
      problem:
        problems.get(id)?.notice ?? (failure?.attemptKey === id ? failure.notice(name) : undefined),
      canRetry: problems.has(id) || failure?.attemptKey !== id || failure.canRetry,
    };
  });

  // A failure that belongs to no row is shown above the list.
  const failedRow = rows.find(
    ({ connection: { id, platform } }) =>
      failure?.attemptKey === id || failure?.attemptKey === platform,
  );
  const failureAbove = failure?.attemptKey === failedRow?.connection.id ? null : failure;
  const notice = failureAbove?.notice(failedRow?.connectorName ?? null);
  const state = (() => {
    if (list.status === "pending") return "loading";
    if (list.status === "error") return "error";
    if (rows.length > 0) return "ready";
    // The server has no account stored and could not ask Pica, so nobody knows whether there is one.
    return list.isOutdated && list.updatedAt === null ? "error" : "empty";
  })();
  const expectedRows = useRememberedCount(
    JSON.stringify([store.key, identityType, onlyPlatform]),
    state === "ready" || state === "empty" ? list.connections.length : null,
  );
  const attentionCount = list.attentionConnections.length;
  const accountActions = useAccountActionsChunk(rows.length > 0 && !readOnly);
  useAttentionAnnouncement({
    identityType,
    platform: onlyPlatform,
    count: list.status === "success" ? attentionCount : null,
    sentence: messages.needAttention(attentionCount),
  });

  return (
    <>
      <ConnectionsListView
        state={state}
        rows={rows}
        attentionCount={attentionCount}
        expectedRows={expectedRows}
        failure={
          failureAbove && notice
            ? {
                text: noticeText(notice),
                onRetry: failureAbove.canRetry ? () => void failureAbove.retry() : null,
              }
            : undefined
        }
        freshness={{
          isOutdated: list.isOutdated,
          isOffline: !isOnline,
          updatedAt: list.updatedAt,
          // Frameworks that prerender pages refuse to read the clock, so it is read only when needed.
          now: rows.length > 0 || list.isOutdated ? Date.now() : 0,
          error: list.error,
          onRefresh: list.refresh,
        }}
        isFetching={list.isFetching}
        title={title}
        headingLevel={headingLevel}
        readOnly={readOnly}
        groupBy={groupBy}
        showDates={showDates}
        onBrowse={onBrowse === null || readOnly ? null : browse}
        actions={{
          onReconnect: reconnect,
          onConnect: (platform) => connect(platform, platform),
          onRename: changes.rename,
          onSetAccess: changes.setAccess,
          onDisconnect: changes.askBeforeDisconnect,
          onRetry: (connection) => (problems.get(connection.id)?.retry ?? reconnect)(connection),
          onDismiss: changes.dismissRemoved,
        }}
        classNames={classNames}
        internalProps={{ ...preload, ref: root }}
        rootProps={{ ...themeAttributes, ...elementProps, ref }}
      />
      <ExitPresence key={listKey}>
        {question && accountActions && (
          <accountActions.DisconnectDialog
            accountLabel={labelOf(question.connection, shown)}
            connectorName={nameOf(question.connection.platform)}
            warning={describeDisconnect?.(question.connection)}
            openedFrom={question.openedFrom}
            onConfirm={() => changes.disconnect(question.connection)}
            onClose={changes.closeQuestion}
          />
        )}
      </ExitPresence>
    </>
  );
});
