"use client";

import { type ReactNode, useId, useRef } from "react";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import type { Notice } from "../messages/session-messages.ts";
import { Banner } from "../ui/banner.tsx";
import { classNames } from "../ui/class-names.ts";
import { momentInWords } from "../ui/dates.ts";
import { Heading, type HeadingLevel } from "../ui/heading.tsx";
import { blocks, clock, offline, search as searchIcon, stop } from "../ui/icons.ts";
import type { LatePart } from "../ui/late-part.ts";
import { NoticeBox } from "../ui/notice-box.tsx";
import { unseen } from "../ui/unseen.ts";
import { useOpening } from "../ui/use-opening.ts";
import type { ConnectorCategory } from "./catalog.ts";
import { type CategoryListCode, CategoryPicker } from "./category-picker.tsx";
import type { GalleryCard } from "./gallery-cards.ts";
import type { ConnectorGroup } from "./gallery-groups.ts";
import { GalleryGroups } from "./gallery-groups-view.tsx";
import { SearchField } from "./search-field.tsx";
import { SkeletonCards } from "./skeleton-cards.tsx";
import type { CardWindow } from "./use-card-window.ts";

/** Classes of a product's own for the parts of `ConnectorGallery`. */
export interface ConnectorGalleryClassNames {
  root?: string;
  header?: string;
  title?: string;
  /** Around search and category. */
  toolbar?: string;
  search?: string;
  category?: string;
  groupTitle?: string;
  /** Each list of cards. */
  cards?: string;
  card?: string;
  /** No match, nothing enabled, error. */
  notice?: string;
  /** "Show more". */
  more?: string;
}

/** Props of {@link ConnectorGalleryView}. */
export interface ConnectorGalleryViewProps {
  state: "loading" | "error" | "empty" | "no-match" | "ready";
  /** All of them; the window says which are in the document. */
  groups: readonly ConnectorGroup[];
  window: CardWindow;
  /** In all groups. */
  total: number;
  /** In the whole catalog, as far as it is offered. */
  catalogSize: number;
  cardOf: (platform: string) => GalleryCard | undefined;
  problem: { platform: string; text: string } | null;
  search: string;
  /** `null`: all; an empty text: those without a category. */
  category: string | null;
  categories: readonly ConnectorCategory[];
  categoryList: LatePart<CategoryListCode>;
  /** When that cannot be had. */
  unreachable: Notice;
  /** The nearest name, when nothing fits. */
  suggestion: string | null;
  texts: GalleryMessages;
  locale: string;
  /** Milliseconds since 1970. */
  now: number;
  title: ReactNode;
  /** Id of what names it in place of its title. */
  labelledBy?: string | undefined;
  headingLevel: HeadingLevel;
  layout: "grid" | "list";
  hasSearch: boolean;
  hasCategories: boolean;
  /** Beside the way out, when nothing fits: e.g. a link to ask for an integration. */
  noMatch?: ReactNode;
  isStale: boolean;
  isOffline: boolean;
  updatedAt: number | null;
  requestId?: string | undefined;
  onSearch: (search: string) => void;
  onCategory: (category: string | null) => void;
  onPress: (card: GalleryCard) => void;
  onRefresh: () => void;
  className?: string | undefined;
  classNames?: ConnectorGalleryClassNames | undefined;
  root: object;
}

/** The catalog in one state; takes data and callbacks, fetches nothing. */
export function ConnectorGalleryView(props: ConnectorGalleryViewProps) {
  const { state, texts, title, headingLevel, classNames: slots } = props;
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const list = useOpening(props.categoryList);
  const hasToolbar = state !== "error" && state !== "empty";
  const labelledBy = props.labelledBy ?? (title === null ? undefined : titleId);
  // The search too: two galleries on one page, say personal and team, are told apart in both.
  const named = labelledBy ? { "aria-labelledby": labelledBy } : { "aria-label": texts.title };
  return (
    <section
      ref={section}
      className={classNames("ak ak-connector-gallery", slots?.root, props.className)}
      data-state={state}
      data-layout={props.layout}
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
      {hasToolbar && (props.hasSearch || props.hasCategories) && (
        // biome-ignore lint/a11y/useSemanticElements: React 18 does not know <search>
        <div className={classNames("ak-toolbar", slots?.toolbar)} role="search" {...named}>
          {props.hasSearch && (
            <SearchField
              value={props.search}
              count={props.catalogSize}
              texts={texts}
              onChange={props.onSearch}
              onLeave={() =>
                section.current?.querySelector<HTMLElement>(".ak-card > .ak-button")?.focus()
              }
              className={slots?.search}
            />
          )}
          {props.hasCategories && (
            <CategoryPicker
              categories={props.categories}
              total={props.catalogSize}
              value={props.category}
              texts={texts}
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
          text={props.unreachable.title}
          action={{ label: texts.tryAgain, onClick: list.open }}
        />
      )}
      <Staleness {...props} />
      <Content {...props} />
    </section>
  );
}

function Staleness(props: ConnectorGalleryViewProps) {
  const { state, texts, isOffline, isStale, updatedAt, locale, now, onRefresh } = props;
  if (state === "loading" || state === "error") return null;
  if (isOffline) return <Banner icon={offline} text={texts.offline} />;
  if (!isStale) return null;
  const time = updatedAt === null ? null : momentInWords(updatedAt, locale, now);
  return (
    <Banner
      icon={clock}
      text={texts.stale(time)}
      action={{ label: texts.refresh, onClick: onRefresh }}
    />
  );
}

function Content(props: ConnectorGalleryViewProps) {
  const { state, texts, requestId, classNames: slots } = props;
  switch (state) {
    case "loading":
      return (
        <>
          <span role="status" className="ak-unseen" ref={unseen}>
            {texts.loading}
          </span>
          <SkeletonCards />
        </>
      );
    case "error":
      return (
        <NoticeBox
          icon={stop}
          {...texts.error}
          isAlert
          className={slots?.notice}
          action={{ label: texts.tryAgain, onClick: props.onRefresh }}
          reference={requestId ? { label: texts.reference, code: requestId } : undefined}
        />
      );
    case "empty":
      return <NoticeBox icon={blocks} {...texts.empty} className={slots?.notice} />;
    case "no-match":
      return <NoMatch {...props} />;
    case "ready":
      return <GalleryGroups {...props} />;
  }
}

function NoMatch(props: ConnectorGalleryViewProps) {
  const { texts, search, category, suggestion, onSearch, onCategory, noMatch } = props;
  const typed = search.trim();
  const [before, after] = texts.didYouMean;
  return (
    <NoticeBox
      icon={searchIcon}
      title={
        category === null
          ? texts.noMatch(typed)
          : texts.noMatchInCategory(typed, category || texts.otherCategory)
      }
      text={
        suggestion === null ? (
          texts.noMatchHint
        ) : (
          <>
            {before}
            <button type="button" className="ak-text-button" onClick={() => onSearch(suggestion)}>
              {suggestion}
            </button>
            {after}
          </>
        )
      }
      className={props.classNames?.notice}
      action={{
        label: texts.clear,
        onClick: () => {
          onSearch("");
          onCategory(null);
        },
      }}
    >
      {noMatch}
    </NoticeBox>
  );
}
