"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type ReactNode, useRef } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { loadChunk } from "../api/load-chunk.ts";
import { sortConnections } from "../data/sort-connections.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnections } from "../hooks/use-connections.ts";
import { useConnectors } from "../hooks/use-connectors.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { displayName } from "../messages/display-name.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useChunkErrorText } from "../messages/use-chunk-error-text.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { lazyModule } from "../ui/lazy-module.ts";
import { useRootContext } from "../ui/root-context.ts";
import { useIsOnline } from "../ui/use-is-online.ts";
import { useKeyedState } from "../ui/use-keyed-state.ts";
import { usePreloadModule } from "../ui/use-preload-module.ts";
import type { ConnectionListItem, RowParts } from "./connection-list-item.ts";
import { type ConnectionsListClassNames, ConnectionsListView } from "./connections-list-view.tsx";
import { initialListState } from "./list-state.ts";
import { useAttentionAnnouncement } from "./use-attention-announcement.ts";

/** Props of {@link ConnectionsList}. */
export interface ConnectionsListProps {
  /** Whose connections. @default the provider's */
  identityType?: IdentityType | undefined;
  /** Only this platform's connections. */
  platform?: string | undefined;
  /** Heading above the list; `null` leaves the whole header out. @default "Connected accounts" */
  title?: ReactNode | undefined;
  /** Where that heading stands in the page's outline. @default 2 */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Shows, and offers nothing to do. @default false */
  readOnly?: boolean | undefined;
  /** One list, or one for each platform. @default "none" */
  groupBy?: "none" | "platform" | undefined;
  /** Adds to each row when it was connected. @default false, i.e. only where a name is missing */
  showDates?: boolean | undefined;
  /**
   * What stops working when an account is disconnected, for the question that is asked before.
   * @default a sentence that is true of every product
   */
  describeDisconnect?: ((connection: Connection) => ReactNode) | undefined;
  /**
   * Leads from the empty list to what can be connected; `null` leaves the button out.
   * @default the gallery on the same page, else AuthKit's own catalog
   */
  onBrowse?: (() => void) | null | undefined;
  /** Once per account, after the server has verified and stored it; a renewed one too. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** After the server has removed it. */
  onDisconnected?: ((connection: Connection) => void) | undefined;
  /** An attempt to connect failed; the row shows why by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Of the whole list. */
  className?: string | undefined;
  /** Of each part. */
  classNames?: ConnectionsListClassNames | undefined;
}

const rowParts: RowParts = lazyModule(() => loadChunk(() => import("./row-parts.ts")));

/**
 * The viewer's connected accounts: what needs attention first and counted, each with its name, its
 * health, and what can be done. `data-state` is `loading`, `error`, `empty` or `ready`; that of a
 * row is the connection's state, `editing`, `problem` or `removed`.
 *
 * A confirmed disconnect is carried out at once, not after a grace period: a tab that is closed
 * meanwhile would otherwise leave an account connected that its owner was told is not.
 *
 * @example
 * <ConnectionsList onDisconnected={({ platform }) => stopSync(platform)} />
 */
export function ConnectionsList(props: ConnectionsListProps) {
  const context = useConnectContext();
  const { store } = context;
  const { root, announce } = useRootContext();
  const { locale } = useMessagesContext();
  const preload = usePreload();
  const section = useRef<HTMLElement>(null);
  const identityType = props.identityType ?? context.identityType;
  const list = useConnections({
    ...(props.platform && { platform: props.platform }),
    identityType,
  });
  const { connectors } = useConnectors();
  const session = useConnectSession();
  const isOnline = useIsOnline();
  const { failure, run } = useConnectAttempt(props);
  const texts = useMessages("list");

  const find = (platform: string) => connectors.find((other) => other.platform === platform);
  const nameOf = (platform: string) => displayName(platform, find(platform));
  // Where the accounts are unknown, perhaps because somebody else has signed in, nothing is left.
  const known = `${list.status === "success"} ${store.key} ${identityType}`;
  const [{ asked, removed, problems }, change] = useKeyedState(known, initialListState);
  const { onDisconnected } = props;
  // Whoever gives a command has opened a row's menu, so that they are there.
  const commands = () =>
    rowParts.now()?.createRowActions({
      list,
      root: section.current,
      announce,
      texts,
      nameOf,
      onDisconnected,
      change,
    });

  /** @param subject What its failure is shown at: an account's id, a platform, or nothing. */
  const connect = (subject: string, platform?: string, reconnects?: string) =>
    void run(subject, () =>
      store.connect({ platform, identityType, reconnects }, {}, { container: section.current }),
    );

  const reconnect = ({ id, platform }: Connection) => connect(id, platform, id);

  function browse() {
    if (props.onBrowse) return props.onBrowse();
    const root = section.current?.getRootNode() as ParentNode | undefined;
    for (const field of root?.querySelectorAll<HTMLElement>(".ak-connector-gallery input") ?? []) {
      field.focus();
      // One in a tab that is not shown, or behind a host's modal, does not take it.
      if (field === activeElementNear(field)) return;
    }
    connect("");
  }

  // What is being disconnected is out of the cache already, but not out of sight.
  const kept = [...removed, ...(asked ? [asked.connection] : [])].filter(
    ({ id }) => !list.connections.some((connection) => connection.id === id),
  );
  const rows = sortConnections([...list.connections, ...kept], undefined).connections.map(
    (connection): ConnectionListItem => {
      const connector = find(connection.platform);
      const name = displayName(connection.platform, connector);
      const problem =
        problems.get(connection.id)?.notice ??
        (failure?.subject === connection.id && failure.notice(name));
      return {
        connection,
        name,
        image: connector?.image ?? null,
        unavailable: connector?.unavailable,
        isRemoved: kept.includes(connection) && connection !== asked?.connection,
        isReconnecting: session?.reconnects === connection.id,
        ...(problem && { problem }),
      };
    },
  );
  const failedAt = rows.find(
    ({ connection: { id, platform } }) => failure?.subject === id || failure?.subject === platform,
  );
  const shownAbove = failure?.subject === failedAt?.connection.id ? null : failure;
  const notice = shownAbove?.notice(failedAt?.name ?? null);
  const state = (() => {
    if (list.status === "pending") return "loading";
    if (list.status === "error") return "error";
    return rows.length > 0 ? "ready" : "empty";
  })();
  const needAttention = list.needsAttention.length;
  usePreloadModule(rowParts, rows.length > 0 && !props.readOnly);
  const parts = rowParts.now();
  useAttentionAnnouncement(
    list.status === "success" ? needAttention : null,
    texts.needAttention,
    announce,
  );

  return (
    <>
      <ConnectionsListView
        {...props}
        {...list}
        state={state}
        rows={rows}
        needAttention={needAttention}
        failure={notice && `${notice.title}. ${notice.text}`}
        onTryAgain={() => void shownAbove?.again()}
        texts={texts}
        connectionTexts={useMessages("connection")}
        locale={locale}
        // Frameworks that render a page in advance refuse a clock that nothing needs.
        now={rows.length > 0 || list.isStale ? Date.now() : 0}
        isOffline={!isOnline}
        onBrowse={props.onBrowse === null || props.readOnly ? null : browse}
        onRefresh={list.refresh}
        actions={{
          onReconnect: reconnect,
          onConnect: (platform) => connect(platform, platform),
          onRename: (connection, name) => void commands()?.rename(connection, name),
          onDisconnect: (connection) => commands()?.ask(connection),
          onRetry: (connection) => (problems.get(connection.id)?.retry ?? reconnect)(connection),
          onDismiss: (connection) => commands()?.forget(connection),
        }}
        parts={rowParts}
        unreachable={useChunkErrorText()}
        rootRef={section}
        root={{ ...root, ...preload }}
      />
      {asked && parts && (
        <parts.DisconnectDialog
          connection={asked.connection}
          name={nameOf(asked.connection.platform)}
          warning={props.describeDisconnect?.(asked.connection)}
          origin={asked.origin}
          onConfirm={async () => commands()?.disconnect(asked.connection) ?? { ok: true }}
          onClose={() => commands()?.stopAsking()}
        />
      )}
    </>
  );
}
