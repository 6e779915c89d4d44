"use client";
import { type ReactNode, type RefObject, useId, useRef } from "react";
import type { Catalog } from "../data/catalog.ts";
import { Banner } from "../ui/banner.tsx";
import { classNames } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Heading } from "../ui/heading.tsx";
import { stop } from "../ui/icons.ts";
import { blocks, search as searchIcon } from "../ui/list-icons.ts";
import { Loading } from "../ui/loading-state.tsx";
import { StaleBanner } from "../ui/stale-banner.tsx";
import { useDisclosure } from "../ui/use-disclosure.ts";
import { useLazyModule } from "../ui/use-lazy-module.ts";
import { CategoryTrigger } from "./category-trigger.tsx";
import { GalleryGroups, type GalleryGroupsProps } from "./gallery-groups-view.tsx";
import { SearchField } from "./search-field.tsx";
import { SkeletonCards } from "./skeleton-cards.tsx";

/** Classes of a product's own for the parts of `ConnectorGallery`. */
export interface ConnectorGalleryClassNames {
  root?: string | undefined;
  header?: string | undefined;
  title?: string | undefined;
  /** Around search and category. */
  toolbar?: string | undefined;
  search?: string | undefined;
  category?: string | undefined;
  groupTitle?: string | undefined;
  /** Each list of cards. */
  cards?: string | undefined;
  card?: string | undefined;
  /** No match, nothing enabled, error. */
  notice?: string | undefined;
  /** "Show more". */
  more?: string | undefined;
}

/** Props of {@link ConnectorGalleryView}. */
export interface ConnectorGalleryViewProps extends GalleryGroupsProps {
  state: "loading" | "error" | "empty" | "no-match" | "ready";
  /** As far as it is offered. */
  catalog: Catalog;
  /** What to say when the parts cannot be loaded. */
  unreachable: string;
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Id of what names it in place of its title. */
  labelledBy?: string | undefined;
  /** @default "grid" */
  layout?: "grid" | "list" | undefined;
  /** @default true */
  showSearch?: boolean | undefined;
  /** @default true */
  showCategories?: boolean | undefined;
  /** Beside the way out, when nothing fits: e.g. a link to ask for an integration. */
  noMatch?: ReactNode | undefined;
  isStale: boolean;
  updatedAt: number | null;
  /** Of the last read. */
  error: { requestId?: string | undefined } | null;
  onSearch: (search: string) => void;
  onCategory: (category: string | null) => void;
  onRefresh: () => void;
  className?: string | undefined;
  classNames?: ConnectorGalleryClassNames | undefined;
  rootRef?: RefObject<HTMLElement | null> | undefined;
  root: object;
}

/** The catalog in one state; takes data and callbacks, fetches nothing. */
export function ConnectorGalleryView(props: ConnectorGalleryViewProps) {
  const { state, texts, title = texts.title, headingLevel = 2, classNames: slots } = props;
  const { showSearch = true, showCategories = true, layout = "grid" } = props;
  const titleId = useId();
  const ownRef = useRef<HTMLElement>(null);
  const section = props.rootRef ?? ownRef;
  const list = useDisclosure(props.parts);
  const hasToolbar = state !== "error" && state !== "empty";
  // While the catalog is read there is no name to wait for them.
  const holdsIcon = state === "ready" && props.holdsLogos === true;
  const labelledBy = props.labelledBy ?? (title === null ? undefined : titleId);
  // The search too: two galleries on one page, say personal and team, are told apart in both.
  const named = labelledBy ? { "aria-labelledby": labelledBy } : { "aria-label": texts.title };
  return (
    <section
      ref={section}
      className={classNames("ak ak-connector-gallery", slots?.root, props.className)}
      data-state={state}
      data-layout={layout}
      aria-busy={state === "loading" || undefined}
      {...named}
      {...props.root}
    >
      {title !== null && (
        <div className={classNames("ak-section-header", slots?.header)}>
          <Heading
            level={headingLevel}
            id={titleId}
            className={classNames("ak-section-title", slots?.title)}
          >
            {title}
          </Heading>
        </div>
      )}
      {hasToolbar && (showSearch || showCategories) && (
        // biome-ignore lint/a11y/useSemanticElements: React 18 does not know <search>
        <div className={classNames("ak-toolbar", slots?.toolbar)} role="search" {...named}>
          {showSearch && (
            <SearchField
              value={props.search}
              count={props.catalog.connectors.length}
              texts={texts}
              parts={props.parts}
              holdsIcon={holdsIcon}
              onChange={props.onSearch}
              onLeave={() =>
                section.current?.querySelector<HTMLElement>(".ak-card > .ak-button")?.focus()
              }
              className={slots?.search}
            />
          )}
          {showCategories && (
            <CategoryTrigger
              catalog={props.catalog}
              value={props.category}
              texts={texts}
              holdsIcon={holdsIcon}
              list={list}
              onChange={props.onCategory}
              className={slots?.category}
            />
          )}
        </div>
      )}
      {list.hasFailed && (
        <Banner
          icon={stop}
          text={props.unreachable}
          action={{ label: texts.tryAgain, onClick: list.open }}
        />
      )}
      {state !== "loading" && state !== "error" && <StaleBanner {...props} />}
      <Content {...props} />
    </section>
  );
}

function Content(props: ConnectorGalleryViewProps) {
  const { state, texts, classNames: slots } = props;
  switch (state) {
    case "loading":
      return (
        <Loading text={texts.loading}>
          <SkeletonCards />
        </Loading>
      );
    case "error":
      return <ErrorState {...props} className={slots?.notice} />;
    case "empty":
      return <EmptyState icon={blocks} {...texts.empty} className={slots?.notice} />;
    case "no-match":
      return <NoMatch {...props} />;
    case "ready":
      return <GalleryGroups {...props} />;
  }
}

function NoMatch(props: ConnectorGalleryViewProps) {
  const { texts, search, category, noMatch } = props;
  const typed = search.trim();
  const Suggestion = useLazyModule(props.parts)?.Suggestion;
  return (
    <EmptyState
      icon={searchIcon}
      title={
        category === null
          ? texts.noMatch(typed)
          : texts.noMatchInCategory(typed, category || texts.otherCategory)
      }
      text={
        Suggestion && category === null ? (
          <Suggestion {...props} connectors={props.catalog.connectors} />
        ) : (
          texts.noMatchHint
        )
      }
      className={props.classNames?.notice}
      action={{
        label: texts.clear,
        onClick: props.onShowAll,
      }}
    >
      {noMatch}
    </EmptyState>
  );
}
