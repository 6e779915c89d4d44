"use client";

import * as Slot from "radix-ui/slot";
import { type ReactNode, useId, useRef } from "react";
import { useAccountActionsChunk } from "../account-actions/use-account-actions.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { Banner } from "../ui/banner.tsx";
import { classNames } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { ExitPresence } from "../ui/exit-presence.tsx";
import { Heading, type HeadingLevel } from "../ui/heading.tsx";
import { Icon } from "../ui/icon.tsx";
import { circleAlert, plug, rotateCw } from "../ui/icons.ts";
import { LoadingState } from "../ui/loading-state.tsx";
import type { RootProps } from "../ui/root-context.ts";
import { type ListFreshness, StaleBanner } from "../ui/stale-banner.tsx";
import type { ConnectionListItem, RowActions } from "./connection-list-item.ts";
import { ConnectionRow } from "./connection-row.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";

/** Classes of a product's own for the parts of `ConnectionsList`. */
export interface ConnectionsListClassNames {
  /** The whole list, with its heading. */
  root?: string | undefined;
  /** The line of heading and what stands beside it. */
  header?: string | undefined;
  /** The heading. */
  title?: string | undefined;
  /** Each list of rows. */
  rows?: string | undefined;
  /** Each row. */
  row?: string | undefined;
  /** The empty list and the error. */
  notice?: string | undefined;
}

/** Props of {@link ConnectionsListView}. */
export interface ConnectionsListViewProps {
  state: "loading" | "error" | "empty" | "ready";
  rows: readonly ConnectionListItem[];
  attentionCount: number;
  /**
   * How many accounts the list had at the last visit, for its skeleton. `null` if unknown.
   * @default null
   */
  expectedRows?: number | null | undefined;
  /** Why the last attempt to connect failed, unless a row says so. */
  failure?: { text: string; onRetry: (() => void) | null } | undefined;
  freshness: ListFreshness;
  /** The list is being read. */
  isFetching: boolean;
  /**
   * `null` hides the header.
   * @default the messages' title
   */
  title?: ReactNode | undefined;
  /** @default 2 */
  headingLevel?: HeadingLevel | undefined;
  /** Id of an element that names the list in place of its title. */
  labelledBy?: string | undefined;
  /** @default false */
  readOnly?: boolean | undefined;
  /** @default "none" */
  groupBy?: "none" | "platform" | undefined;
  /** @default false */
  showDates?: boolean | undefined;
  /** `null` where there is nothing to browse. */
  onBrowse: (() => void) | null;
  actions: RowActions;
  classNames?: ConnectionsListClassNames | undefined;
  /** The component's own ref and handlers for the root element. */
  internalProps?: RootProps | undefined;
  /** The product's props of the root element. */
  rootProps?: RootProps | undefined;
}

interface RowGroup {
  name: string;
  rows: ConnectionListItem[];
}

/** If every account is a test account, the badge is shown once, beside the title. */
const areAllTest = (rows: readonly ConnectionListItem[]) =>
  rows.length > 0 && rows.every(({ connection }) => connection.environment === "test");

/** In the order of their first rows, so that what needs attention stays in front. */
function groupByPlatform(rows: readonly ConnectionListItem[]): RowGroup[] {
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const group = groups.get(row.connection.platform) ?? { name: row.connectorName, rows: [] };
    group.rows.push(row);
    groups.set(row.connection.platform, group);
  }
  return [...groups.values()];
}

/** A viewer's accounts in one state of the list. It takes data and callbacks, and fetches nothing. */
export function ConnectionsListView(props: ConnectionsListViewProps) {
  const { state, rows, failure, freshness, classNames: slots } = props;
  const { list: messages, connection: connectionMessages } = useMessages();
  const { locale } = useMessagesContext();
  const { title = messages.title, headingLevel = 2 } = props;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  /** For a press whose button disappears with it. */
  const focusHeading = () => heading.current?.focus();
  const { className, ...rootProps } = props.rootProps ?? {};
  const hasOwnName = rootProps["aria-labelledby"] ?? rootProps["aria-label"];
  const labelledBy = props.labelledBy ?? (hasOwnName || title === null ? undefined : titleId);
  const hasData = state === "ready" || state === "empty";
  const count = rows.filter(({ isRemoved }) => !isRemoved).length;
  return (
    <Slot.Root {...props.internalProps}>
      <section
        aria-labelledby={labelledBy}
        aria-label={title === null ? messages.title : undefined}
        {...rootProps}
        className={classNames("ak ak-connections-list", slots?.root, className)}
        data-state={state}
        aria-busy={state === "loading" || undefined}
      >
        {title !== null && (
          <div className={classNames("ak-section-header", slots?.header)}>
            <div className="ak-section-heading">
              <Heading
                ref={heading}
                level={headingLevel}
                id={titleId}
                className={classNames("ak-section-title", slots?.title)}
              >
                {title}
              </Heading>
              {state === "ready" && <span className="ak-count">{count}</span>}
              {state === "ready" && areAllTest(rows) && (
                <span className="ak-badge">{connectionMessages.test}</span>
              )}
              {hasData && (
                <button
                  type="button"
                  className="ak-icon-button"
                  aria-label={messages.refresh}
                  aria-busy={props.isFetching || undefined}
                  onClick={freshness.onRefresh}
                >
                  <Icon path={rotateCw} />
                </button>
              )}
            </div>
            {props.attentionCount > 0 && (
              <StateLabel state="failed">{messages.needAttention(props.attentionCount)}</StateLabel>
            )}
          </div>
        )}
        {hasData && <StaleBanner freshness={freshness} messages={messages} locale={locale} />}
        {hasData && (
          <ExitPresence>
            {failure && (
              <Banner
                icon={circleAlert}
                text={failure.text}
                action={
                  failure.onRetry
                    ? {
                        label: messages.tryAgain,
                        onClick() {
                          // The pressed button disappears together with its message.
                          focusHeading();
                          failure.onRetry?.();
                        },
                      }
                    : undefined
                }
              />
            )}
          </ExitPresence>
        )}
        <Content view={props} focusHeading={focusHeading} />
      </section>
    </Slot.Root>
  );
}

interface ContentProps {
  view: ConnectionsListViewProps;
  focusHeading: () => void;
}

function Content({ view, focusHeading }: ContentProps) {
  const { state, rows, freshness, classNames: slots } = view;
  const messages = useMessages("list");
  if (state === "loading") {
    return (
      <LoadingState text={messages.loading}>
        {view.expectedRows === 0 ? (
          <div className="ak-list-placeholder" aria-hidden="true">
            <Empty view={view} />
            <SkeletonRows count={1} />
          </div>
        ) : (
          <SkeletonRows count={view.expectedRows ?? 3} />
        )}
      </LoadingState>
    );
  }
  if (state === "error") {
    return (
      <ErrorState
        messages={messages}
        error={freshness.error}
        onTryAgain={() => {
          focusHeading();
          freshness.onRefresh();
        }}
        className={slots?.notice}
      />
    );
  }
  if (state === "empty") return <Empty view={view} />;
  if (view.groupBy !== "platform") {
    return <Rows view={view} focusHeading={focusHeading} rows={rows} label={undefined} />;
  }
  return groupByPlatform(rows).map((group) => (
    <div key={group.rows[0]?.connection.platform} className="ak-group">
      <p className="ak-group-title">
        <bdi>{group.name}</bdi>
        <span className="ak-count">{group.rows.length}</span>
      </p>
      <Rows view={view} focusHeading={focusHeading} rows={group.rows} label={group.name} />
    </div>
  ));
}

function Empty({ view }: Pick<ContentProps, "view">) {
  const { onBrowse, classNames: slots } = view;
  const messages = useMessages("list");
  return (
    <EmptyState
      icon={plug}
      {...messages.empty}
      className={slots?.notice}
      action={onBrowse ? { label: messages.browse, onClick: onBrowse } : undefined}
    />
  );
}

interface RowsProps extends ContentProps {
  rows: readonly ConnectionListItem[];
  /** Accessible name of the list, when its region has none. */
  label: string | undefined;
}

function Rows({ view, focusHeading, rows, label }: RowsProps) {
  const { actions, classNames: slots } = view;
  const isTestShown = view.title === null || !areAllTest(view.rows);
  const accountActions = useAccountActionsChunk(!view.readOnly);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
    <ul className={classNames("ak-rows", slots?.rows)} role="list" aria-label={label}>
      {rows.map((item) => {
        const { connection, connectorName, accountLabel, unavailable } = item;
        const { onConnect } = actions;
        if (!item.isRemoved) {
          return (
            <ConnectionRow
              key={connection.id}
              item={item}
              isTestShown={isTestShown}
              now={view.freshness.now}
              isReadOnly={view.readOnly === true}
              isOffline={view.freshness.isOffline}
              showDate={view.showDates === true}
              actions={actions}
              className={slots?.row}
            />
          );
        }
        return (
          accountActions && (
            <accountActions.RemovedRow
              key={connection.id}
              connection={connection}
              connectorName={connectorName}
              image={item.image}
              accountLabel={accountLabel}
              onConnect={
                onConnect && unavailable === undefined ? () => onConnect(connection.platform) : null
              }
              onDismiss={() => actions.onDismiss(connection)}
              focusHeading={focusHeading}
              className={slots?.row}
            />
          )
        );
      })}
    </ul>
  );
}
