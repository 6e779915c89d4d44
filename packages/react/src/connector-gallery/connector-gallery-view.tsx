"use client";

import * as Slot from "radix-ui/slot";
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import type { Catalog } from "../data/catalog.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { ownerWindow } from "../ui/active-element.ts";
import { classNames } from "../ui/class-names.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Heading, type HeadingLevel } from "../ui/heading.tsx";
import { layoutGrid } from "../ui/icons.ts";
import { LoadingState } from "../ui/loading-state.tsx";
import type { RootProps } from "../ui/root-context.ts";
import { type ListFreshness, StaleBanner } from "../ui/stale-banner.tsx";
import { CategoryTrigger } from "./category-trigger.tsx";
import type { CardButtons } from "./gallery-cards.ts";
import { type CardOptions, GalleryGroups, type GalleryResults } from "./gallery-groups.tsx";
import { GallerySearchField } from "./gallery-search-field.tsx";
import { NoMatch } from "./no-match.tsx";

/** Classes of a product's own for the parts of `ConnectorGallery`. */
export interface ConnectorGalleryClassNames {
  /** The whole gallery, with its heading. */
  root?: string | undefined;
  /** The line of heading and what stands beside it. */
  header?: string | undefined;
  /** The heading. */
  title?: string | undefined;
  /** The line of search and category. */
  toolbar?: string | undefined;
  /** The search field. */
  search?: string | undefined;
  /** The button that opens the categories. */
  category?: string | undefined;
  /** The heading of each group. */
  groupTitle?: string | undefined;
  /** Each list of cards. */
  cards?: string | undefined;
  /** Each card. */
  card?: string | undefined;
  /** What stands in place of the cards: no match, nothing enabled, an error. */
  notice?: string | undefined;
  /** The button "Show more". */
  more?: string | undefined;
}

/** What the viewer searches for. */
export interface GalleryFilter {
  search: string;
  /** `null` is every category, an empty text is those without one. */
  category: string | null;
  onSearchChange: (search: string) => void;
  onCategoryChange: (category: string | null) => void;
  /** Ends search and filter. */
  onClear: () => void;
}

/** Props of {@link ConnectorGalleryView}. */
export interface ConnectorGalleryViewProps {
  state: "loading" | "error" | "empty" | "no-match" | "ready";
  /** The part of the catalog that is offered. */
  catalog: Catalog;
  filter: GalleryFilter;
  results: GalleryResults;
  cards: CardOptions;
  freshness: ListFreshness;
  messages: GalleryMessages;
  locale: string;
  /**
   * How many skeleton cards to show while the catalog loads, and how many of them as "Featured".
   * @default 24, none of them featured
   */
  expected?: { total: number; featured: number } | undefined;
  /**
   * Heading of the gallery; `null` hides the header.
   * @default `title` of the messages
   */
  title?: ReactNode | undefined;
  /** @default 2 */
  headingLevel?: HeadingLevel | undefined;
  /** Id of an element that names the gallery in place of its title. */
  labelledBy?: string | undefined;
  /** @default "grid" */
  layout?: "grid" | "list" | undefined;
  /** @default true */
  showSearch?: boolean | undefined;
  /** @default true */
  showCategories?: boolean | undefined;
  /** Shown beside the way out when nothing fits, e.g. a link to ask for an integration. */
  noMatch?: ReactNode | undefined;
  classNames?: ConnectorGalleryClassNames | undefined;
  /** The component's own ref and handlers for the root element. */
  internalProps?: RootProps | undefined;
  /** The product's props of the root element. */
  rootProps?: RootProps | undefined;
}

/** The catalog in one state; takes data and callbacks, fetches nothing. */
export function ConnectorGalleryView(props: ConnectorGalleryViewProps) {
  const { state, catalog, filter, freshness, messages, classNames: slots } = props;
  const { title = messages.title, headingLevel = 2, layout = "grid" } = props;
  const { showSearch = true, showCategories = true } = props;
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const categoryButton = useRef<HTMLButtonElement>(null);
  const [buttons] = useState<CardButtons>(() => new Map());
  const { results } = props;
  const content = useRef<HTMLDivElement>(null);
  const [heldHeight, setHeldHeight] = useState(0);
  const isSearching = filter.search !== "" || filter.category !== null;

  /**
   * Results are mostly shorter than the catalog. If the page became shorter too, it would scroll,
   * and the search field would move while people type.
   */
  function holdHeight() {
    if (!isSearching) setHeldHeight(content.current?.offsetHeight ?? 0);
  }

  // An arrow pressed right after a letter moves to what that letter finds.
  const focusWhenFound = useRef(false);
  useLayoutEffect(() => {
    if (!focusWhenFound.current || results.isPending) return;
    focusWhenFound.current = false;
    getFirstButton(buttons, results)?.focus();
  });
  function moveToCards() {
    if (results.isPending) focusWhenFound.current = true;
    else getFirstButton(buttons, results)?.focus();
  }
  const { className, ...rootProps } = props.rootProps ?? {};
  const { "aria-label": label, "aria-labelledby": ownLabelledBy } = rootProps;
  const labelledBy =
    ownLabelledBy ?? props.labelledBy ?? (label || title === null ? undefined : titleId);
  // The search has the same name: two galleries on one page are told apart in both.
  const named = labelledBy
    ? { "aria-labelledby": labelledBy }
    : { "aria-label": label ?? messages.title };

  /** Moves the focus to where the gallery begins: what was pressed is about to unmount. */
  function focusStart() {
    const view = ownerWindow(heading.current ?? searchInput.current);
    // On a touch screen, the search field would bring the keyboard up.
    const isTouch = view.matchMedia?.("(pointer: coarse)").matches;
    const control = isTouch ? null : (searchInput.current ?? categoryButton.current);
    (control ?? heading.current)?.focus();
  }
  function clear() {
    focusStart();
    filter.onClear();
  }

  function renderContent() {
    switch (state) {
      case "loading":
        return (
          <LoadingState text={messages.loading}>
            <SkeletonGroups {...props.expected} />
          </LoadingState>
        );
      case "error":
        return (
          <ErrorState
            messages={messages}
            error={freshness.error}
            onTryAgain={() => {
              focusStart();
              freshness.onRefresh();
            }}
            className={slots?.notice}
          />
        );
      case "empty":
        return <EmptyState icon={layoutGrid} {...messages.empty} className={slots?.notice} />;
      case "no-match":
        return (
          <NoMatch
            connectors={catalog.connectors}
            search={filter.search}
            category={filter.category}
            messages={messages}
            onSuggestion={(suggestion) => {
              focusStart();
              filter.onSearchChange(suggestion);
            }}
            onClear={clear}
            className={slots?.notice}
          >
            {props.noMatch}
          </NoMatch>
        );
      case "ready":
        return (
          <GalleryGroups
            results={results}
            cards={props.cards}
            buttons={buttons}
            category={filter.category}
            isOffline={freshness.isOffline}
            messages={messages}
            headingLevel={title === null ? headingLevel : ((headingLevel + 1) as 3 | 4 | 5)}
            onShowAll={clear}
            classNames={slots}
          />
        );
    }
  }

  return (
    <Slot.Root {...props.internalProps}>
      <section
        {...rootProps}
        className={classNames("ak ak-connector-gallery", slots?.root, className)}
        data-state={state}
        data-layout={layout}
        aria-busy={state === "loading" || undefined}
        {...named}
      >
        {title !== null && (
          <div className={classNames("ak-section-header", slots?.header)}>
            <Heading
              ref={heading}
              level={headingLevel}
              id={titleId}
              className={classNames("ak-section-title", slots?.title)}
            >
              {title}
            </Heading>
          </div>
        )}
        {state !== "error" && state !== "empty" && (showSearch || showCategories) && (
          // biome-ignore lint/a11y/useSemanticElements: React 18 does not know <search>
          <div className={classNames("ak-toolbar", slots?.toolbar)} role="search" {...named}>
            {showSearch && (
              <GallerySearchField
                value={filter.search}
                count={catalog.connectors.length}
                messages={messages}
                input={searchInput}
                onChange={(search) => {
                  holdHeight();
                  filter.onSearchChange(search);
                }}
                onArrowDown={moveToCards}
                className={slots?.search}
              />
            )}
            {showCategories && (
              <CategoryTrigger
                catalog={catalog}
                category={filter.category}
                messages={messages}
                button={categoryButton}
                onChange={(category) => {
                  holdHeight();
                  filter.onCategoryChange(category);
                }}
                className={slots?.category}
              />
            )}
          </div>
        )}
        {state !== "loading" && state !== "error" && (
          <StaleBanner freshness={freshness} messages={messages} locale={props.locale} />
        )}
        <div
          ref={content}
          style={
            (isSearching || results.isFiltered) && heldHeight > 0
              ? // The height of the window is enough to prevent that.
                { minBlockSize: `min(${heldHeight}px, 100dvh)` }
              : undefined
          }
        >
          {renderContent()}
        </div>
      </section>
    </Slot.Root>
  );
}

/** The button of the first card that has one. */
function getFirstButton(buttons: CardButtons, { groups }: GalleryResults) {
  for (const { connectors } of groups) {
    for (const { platform } of connectors) {
      const button = buttons.get(platform);
      if (button) return button;
    }
  }
  return null;
}

/** Widths of the bars that stand for name and category. */
const skeletonBars = [
  ["md", "lg"],
  ["lg", "sm"],
  ["sm", "md"],
  ["md", "sm"],
  ["lg", "md"],
  ["sm", "lg"],
] as const;

/** Groups of the expected size, so that nothing below moves when the catalog arrives. */
function SkeletonGroups({
  total = 24,
  featured = 0,
}: {
  total?: number | undefined;
  featured?: number | undefined;
}) {
  const sizes = [featured, total - featured].filter((size) => size > 0);
  return (
    <div className="ak-groups" aria-hidden="true">
      {sizes.map((size, index) => (
        <div key={index === 0 ? "first" : "rest"} className="ak-group">
          {featured > 0 && (
            <p className="ak-group-title">
              <span className="ak-skeleton ak-bar-sm" />
            </p>
          )}
          <SkeletonCards count={size} />
        </div>
      ))}
    </div>
  );
}

/** Cards as tall as the real ones. */
function SkeletonCards({ count }: { count: number }) {
  return (
    <div className="ak-cards">
      {Array.from({ length: count }, (_, index) => {
        const [name, category] = skeletonBars[index % skeletonBars.length] ?? ["md", "sm"];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike, and never move
          <div key={index} className="ak-card" data-state="loading">
            <span className="ak-logo ak-skeleton" data-size="lg" />
            <span className="ak-card-text">
              <span className={`ak-skeleton ak-bar-${name}`} />
              <span className={`ak-skeleton ak-bar-${category}`} />
            </span>
          </div>
        );
      })}
    </div>
  );
}
