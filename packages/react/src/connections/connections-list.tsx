"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type ReactNode, useState } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { useAttempt } from "../connect-button/use-attempt.ts";
import { displayName } from "../connectors/display-name.ts";
import { useConnectors } from "../connectors/use-connectors.ts";
import { failureNotice } from "../messages/failure-notice.ts";
import type { Notice } from "../messages/session-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useConnectSession } from "../session/use-connect-session.ts";
import { useIsOnline } from "../ui/use-is-online.ts";
import { accountName } from "./account-name.ts";
import { type ConnectionsListClassNames, ConnectionsListView } from "./connections-list-view.tsx";
import { DisconnectDialog } from "./disconnect-dialog.tsx";
import type { ListedConnection } from "./listed-connection.ts";
import { arrangeConnections } from "./needs-attention.ts";
import { useAttentionStatus } from "./use-attention-status.ts";
import { useConnections } from "./use-connections.ts";

/** Props of {@link ConnectionsList}. */
export interface ConnectionsListProps {
  /** Whose connections. @default the provider's */
  identityType?: IdentityType;
  /** Only this platform's connections. */
  platform?: string;
  /** Heading above the list; `null` leaves the whole header out. @default "Connected accounts" */
  title?: ReactNode;
  /** Where that heading stands in the page's outline. @default 2 */
  headingLevel?: 2 | 3 | 4;
  /** Shows, and offers nothing to do. @default false */
  readOnly?: boolean;
  /** One list, or one for each platform. @default "none" */
  groupBy?: "none" | "platform";
  /** Adds to each row when it was connected. @default false, i.e. only where a name is missing */
  showDates?: boolean;
  /**
   * What stops working when an account is disconnected, for the question that is asked before.
   * @default a sentence that is true of every product
   */
  describeDisconnect?: (connection: Connection) => ReactNode;
  /**
   * Leads from the empty list to what can be connected; `null` leaves the button out.
   * @default the gallery on the same page, else AuthKit's own catalog
   */
  onBrowse?: (() => void) | null;
  /** Once per account, after the server has verified and stored it; a renewed one too. */
  onConnected?: (connection: Connection) => void;
  /** After the server has removed it. */
  onDisconnected?: (connection: Connection) => void;
  /** An attempt to connect failed; the row shows why by itself. */
  onError?: (error: ConnectError) => void;
  /** Of the whole list. */
  className?: string;
  /** Of each part. */
  classNames?: ConnectionsListClassNames;
}

/** What did not work with an account, and what to do again. */
interface Problem {
  notice: Notice;
  retry: () => void;
}

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
  const { engine, messages, locale, announce, root } = context;
  const identityType = props.identityType ?? context.identityType;
  const list = useConnections({
    ...(props.platform && { platform: props.platform }),
    identityType,
  });
  const { connectors } = useConnectors();
  const session = useConnectSession();
  const isOnline = useIsOnline();
  const { run } = useAttempt(props);
  const [asked, setAsked] = useState<{ connection: Connection; opener: Element | null } | null>(
    null,
  );
  const [removed, setRemoved] = useState<readonly Connection[]>([]);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const texts = messages.list;

  const find = (platform: string) => connectors.find((other) => other.platform === platform);
  const nameOf = (platform: string) => displayName(platform, find(platform));
  const setProblem = (id: string, problem: Problem | null) =>
    setProblems((current) => {
      const next = new Map(current);
      if (problem) next.set(id, problem);
      else next.delete(id);
      return next;
    });

  async function reconnect(connection: Connection) {
    const { id, platform } = connection;
    if (!list.reconnect) return;
    const start = list.reconnect;
    setProblem(id, null);
    const outcome = await run(platform, () => start(id));
    if (!("error" in outcome)) return;
    const notice = failureNotice(messages, outcome.error, { name: nameOf(platform) });
    setProblem(id, { notice, retry: () => void reconnect(connection) });
  }

  async function rename(connection: Connection, name: string) {
    if (!list.rename) return;
    setProblem(connection.id, null);
    const change = await list.rename(connection.id, name);
    const renamed = { ...connection, name: name.trim() || null };
    const account = accountName(renamed, nameOf(connection.platform));
    if (change.ok) return announce(texts.renamedStatus(account));
    setProblem(connection.id, {
      notice: texts.notRenamed,
      retry: () => void rename(connection, name),
    });
  }

  function ask(connection: Connection) {
    setProblem(connection.id, null);
    setAsked({ connection, opener: document.activeElement });
  }

  async function disconnect(connection: Connection) {
    const name = nameOf(connection.platform);
    const run = list.disconnect;
    if (!run) return { ok: true } as const;
    const change = await run(connection.id);
    if (change.ok) {
      setProblem(connection.id, null);
      setRemoved((current) => [...current, connection]);
      announce(texts.disconnectedStatus(accountName(connection, name)));
      props.onDisconnected?.(connection);
    } else {
      const notice = texts.notDisconnected(name);
      setProblem(connection.id, { notice, retry: () => ask(connection) });
    }
    return change;
  }

  const connect = (platform: string) =>
    void run(platform, () => engine.connect({ platform, identityType, reconnects: undefined }, {}));

  function browse() {
    if (props.onBrowse) return props.onBrowse();
    const search = document.querySelector<HTMLElement>(".ak-connector-gallery input");
    if (search) return search.focus();
    void run("", () =>
      engine.connect({ platform: undefined, identityType, reconnects: undefined }, {}),
    );
  }

  // What is being disconnected is out of the cache already, but not out of sight.
  const kept = [...removed, ...(asked ? [asked.connection] : [])].filter(
    ({ id }) => !list.connections.some((connection) => connection.id === id),
  );
  const rows = arrangeConnections([...list.connections, ...kept], undefined).connections.map(
    (connection): ListedConnection => {
      const problem = problems.get(connection.id)?.notice;
      return {
        connection,
        name: nameOf(connection.platform),
        image: find(connection.platform)?.image ?? null,
        isRemoved: kept.includes(connection) && connection !== asked?.connection,
        isReconnecting: session?.reconnects === connection.id,
        ...(problem && { problem }),
      };
    },
  );
  const state = list.status === "ready" ? (rows.length > 0 ? "ready" : "empty") : list.status;
  const needAttention = list.needsAttention.length;
  useAttentionStatus(list.status === "ready" ? needAttention : null, texts.needAttention, announce);

  return (
    <>
      <ConnectionsListView
        state={state}
        rows={rows}
        needAttention={needAttention}
        texts={texts}
        connectionTexts={messages.connection}
        locale={locale}
        now={Date.now()}
        title={props.title === undefined ? texts.title : props.title}
        headingLevel={props.headingLevel ?? 2}
        isReadOnly={props.readOnly ?? false}
        isGrouped={props.groupBy === "platform"}
        showDates={props.showDates ?? false}
        isRefreshing={list.isRefreshing}
        isStale={list.isStale}
        isOffline={!isOnline}
        updatedAt={list.updatedAt}
        requestId={list.error?.requestId}
        onBrowse={props.onBrowse === null || props.readOnly ? null : browse}
        onRefresh={() => void list.refresh()}
        actions={{
          onReconnect: (connection) => void reconnect(connection),
          onConnect: connect,
          onRename: (connection, name) => void rename(connection, name),
          onDisconnect: ask,
          onRetry: ({ id }) => problems.get(id)?.retry(),
          onForget: ({ id }) =>
            setRemoved((current) => current.filter((connection) => connection.id !== id)),
        }}
        className={props.className}
        classNames={props.classNames}
        root={root}
      />
      {asked && (
        <DisconnectDialog
          connection={asked.connection}
          name={nameOf(asked.connection.platform)}
          warning={props.describeDisconnect?.(asked.connection)}
          opener={asked.opener}
          onConfirm={() => disconnect(asked.connection)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
