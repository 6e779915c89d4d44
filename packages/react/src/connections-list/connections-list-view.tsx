"use client";

import { type ReactNode, type Ref, useId } from "react";
import type { ConnectionMessages } from "../messages/connection-messages.ts";
import type { ListMessages } from "../messages/list-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { Banner } from "../ui/banner.tsx";
import { classNames } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { focusSection } from "../ui/focus-section.ts";
import { Heading, type HeadingLevel } from "../ui/heading.tsx";
import { Icon } from "../ui/icon.tsx";
import { stop } from "../ui/icons.ts";
import { plug, retry } from "../ui/list-icons.ts";
import { Loading } from "../ui/loading-state.tsx";
import { StaleBanner } from "../ui/stale-banner.tsx";
import type { ConnectionListItem, RowActions, RowParts } from "./connection-list-item.ts";
import { ConnectionRow } from "./connection-row.tsx";
import { SkeletonRows } from "./skeleton-rows.tsx";

/** Classes of a product's own for the parts of `ConnectionsList`. */
export interface ConnectionsListClassNames {
  root?: string | undefined;
  header?: string | undefined;
  title?: string | undefined;
  /** Each list of rows. */
  rows?: string | undefined;
  row?: string | undefined;
  /** Empty and error. */
  notice?: string | undefined;
}

/** Props of {@link ConnectionsListView}. */
export interface ConnectionsListViewProps {
  state: "loading" | "error" | "empty" | "ready";
  rows: readonly ConnectionListItem[];
  needAttention: number;
  /** Why the last attempt to connect failed, unless a row says so. */
  failure?: string | undefined;
  /** That attempt once more. */
  onTryAgain?: (() => void) | undefined;
  texts: ListMessages;
  connectionTexts: ConnectionMessages;
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
  /** `null` leaves the header out. @default that of the texts */
  title?: ReactNode | undefined;
  /** Id of what names it in place of its title. */
  labelledBy?: string | undefined;
  /** @default 2 */
  headingLevel?: HeadingLevel | undefined;
  /** @default false */
  readOnly?: boolean | undefined;
  /** @default "none" */
  groupBy?: "none" | "platform" | undefined;
  /** @default false */
  showDates?: boolean | undefined;
  isFetching: boolean;
  isStale: boolean;
  isOffline: boolean;
  updatedAt: number | null;
  /** Of the last read. */
  error: { requestId?: string | undefined } | null;
  /** `null`: there is nowhere to lead to. */
  onBrowse: (() => void) | null;
  onRefresh: () => void;
  actions: RowActions;
  parts: RowParts;
  /** When those cannot be had. */
  unreachable: string;
  className?: string | undefined;
  classNames?: ConnectionsListClassNames | undefined;
  rootRef?: Ref<HTMLElement> | undefined;
  root: object;
}

interface RowGroup {
  name: string;
  rows: ConnectionListItem[];
}

/** In the order in which their first rows come, so that what needs attention stays in front. */
function groupByPlatform(rows: readonly ConnectionListItem[]): RowGroup[] {
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const group = groups.get(row.connection.platform) ?? { name: row.name, rows: [] };
    group.rows.push(row);
    groups.set(row.connection.platform, group);
  }
  return [...groups.values()];
}

/** A viewer's accounts in one state of the list; takes data and callbacks, fetches nothing. */
export function ConnectionsListView(props: ConnectionsListViewProps) {
  const { state, rows, texts, title = texts.title, headingLevel = 2, classNames: slots } = props;
  const titleId = useId();
  const labelledBy = props.labelledBy ?? (title === null ? undefined : titleId);
  const hasAnswer = state === "ready" || state === "empty";
  const count = rows.filter(({ isRemoved }) => !isRemoved).length;
  return (
    <section
      ref={props.rootRef}
      className={classNames("ak ak-connections-list", slots?.root, props.className)}
      data-state={state}
      aria-busy={state === "loading" || undefined}
      aria-labelledby={labelledBy}
      aria-label={labelledBy ? undefined : texts.title}
      {...props.root}
    >
      {title !== null && (
        <div className={classNames("ak-section-header", slots?.header)}>
          <div className="ak-section-heading">
            <Heading
              level={headingLevel}
              id={titleId}
              className={classNames("ak-section-title", slots?.title)}
            >
              {title}
            </Heading>
            {state === "ready" && <span className="ak-count">{count}</span>}
            {hasAnswer && (
              <button
                type="button"
                className="ak-icon-button"
                aria-label={texts.refresh}
                aria-busy={props.isFetching || undefined}
                onClick={props.onRefresh}
              >
                <Icon path={retry} />
              </button>
            )}
          </div>
          {props.needAttention > 0 && (
            <StateLabel state="failed">{texts.needAttention(props.needAttention)}</StateLabel>
          )}
        </div>
      )}
      {hasAnswer && <StaleBanner {...props} />}
      {hasAnswer && props.failure && (
        <Banner
          icon={stop}
          text={props.failure}
          action={{
            label: texts.tryAgain,
            onClick({ currentTarget }) {
              // What was pressed goes with the sentence.
              focusSection(currentTarget);
              props.onTryAgain?.();
            },
          }}
        />
      )}
      <Content {...props} />
    </section>
  );
}

function Content(props: ConnectionsListViewProps) {
  const { state, rows, texts, onBrowse, classNames: slots } = props;
  if (state === "loading") {
    return (
      <Loading text={texts.loading}>
        <SkeletonRows />
      </Loading>
    );
  }
  if (state === "error") return <ErrorState {...props} className={slots?.notice} />;
  if (state === "empty") {
    return (
      <EmptyState
        icon={plug}
        {...texts.empty}
        className={slots?.notice}
        action={onBrowse ? { label: texts.browse, onClick: onBrowse } : undefined}
      />
    );
  }
  if (props.groupBy !== "platform") return <Rows {...props} rows={rows} label={texts.title} />;
  return groupByPlatform(rows).map((group) => (
    <div key={group.rows[0]?.connection.platform} className="ak-group">
      <p className="ak-group-title">
        <bdi>{group.name}</bdi>
        <span className="ak-count">{group.rows.length}</span>
      </p>
      <Rows {...props} rows={group.rows} label={group.name} />
    </div>
  ));
}

function Rows({ label, ...props }: ConnectionsListViewProps & { label: string }) {
  const { rows, classNames: slots } = props;
  // Nothing is removed before somebody has acted.
  const parts = props.parts.now();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets lists without markers
    <ul className={classNames("ak-rows", slots?.rows)} role="list" aria-label={label}>
      {rows.map((row) => {
        const { id } = row.connection;
        if (!row.isRemoved) {
          return <ConnectionRow key={id} {...props} {...row} className={slots?.row} />;
        }
        return (
          parts && (
            <parts.RemovedRow
              key={id}
              {...props.actions}
              {...row}
              texts={props.texts}
              className={slots?.row}
            />
          )
        );
      })}
    </ul>
  );
}
