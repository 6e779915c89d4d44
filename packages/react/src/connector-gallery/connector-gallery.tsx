"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
} from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { filterConnectors, isInCategory } from "../data/filter-connectors.ts";
import { type ConnectorGroup, groupConnectors } from "../data/group-connectors.ts";
import { orderCatalog } from "../data/order-catalog.ts";
import { searchConnectors } from "../data/search-connectors.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnectionsQuery } from "../hooks/use-connections-query.ts";
import { useConnectors } from "../hooks/use-connectors.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useRootContext } from "../ui/root-context.ts";
import { useControllable } from "../ui/use-controllable.ts";
import { useIsOnline } from "../ui/use-is-online.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import {
  type ConnectorGalleryClassNames,
  ConnectorGalleryView,
} from "./connector-gallery-view.tsx";
import { type GalleryCard, useGalleryCards } from "./gallery-cards.ts";
import { useDebouncedSearchEvent } from "./use-debounced-search-event.ts";
import { pageSize, usePageRange } from "./use-page-range.ts";

/** Props of {@link ConnectorGallery}. */
export interface ConnectorGalleryProps {
  /**
   * Whom connections will belong to.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /**
   * Heading above the gallery; `null` leaves it out.
   * @default "Add an integration"
   */
  title?: ReactNode | undefined;
  /**
   * Level of the title in the page's outline. The titles of groups come one below.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /**
   * Offer only these platforms.
   * @default all that are enabled
   */
  platforms?: readonly string[] | undefined;
  /** Never offer these platforms. */
  excludePlatforms?: readonly string[] | undefined;
  /** Platforms to show first, in this order. */
  featured?: readonly string[] | undefined;
  /**
   * Whether what was connected last is shown in a group of its own.
   * @default false
   */
  showRecent?: boolean | undefined;
  /**
   * Which connectors come first: those with the most actions, or A–Z. A search puts the best match
   * first.
   * @default "popular"
   */
  order?: "popular" | "name" | undefined;
  /**
   * One list of cards, or one for each category. Larger categories come first. Connectors without a
   * category, or alone in one, come last.
   * @default "none"
   */
  groupBy?: "none" | "category" | undefined;
  /**
   * Cards, or the rows that a narrow column always gets.
   * @default "grid"
   */
  layout?: "grid" | "list" | undefined;
  /**
   * Whether there is a search field.
   * @default true
   */
  showSearch?: boolean | undefined;
  /**
   * Whether there is a choice of categories.
   * @default true
   */
  showCategories?: boolean | undefined;
  /**
   * Whether a card says what people will be asked to allow. One's catalog lists it for many
   * platforms, Pica's for none.
   * @default false
   */
  showScopes?: boolean | undefined;
  /** The search text, where your product controls it. */
  search?: string | undefined;
  /**
   * The search text at first, where the gallery controls it.
   * @default ""
   */
  defaultSearch?: string | undefined;
  /** Called at every change of the search text. */
  onSearchChange?: ((search: string) => void) | undefined;
  /**
   * The chosen category, where your product controls it; `null` is all, an empty text is those
   * without one.
   */
  category?: string | null | undefined;
  /**
   * The category chosen at first, where the gallery controls it.
   * @default null
   */
  defaultCategory?: string | null | undefined;
  /** Called at every choice of a category; `null` is all, an empty text those without one. */
  onCategoryChange?: ((category: string | null) => void) | undefined;
  /** Shown beside the way out when nothing fits: e.g. a link to ask for an integration. */
  noMatch?: ReactNode | undefined;
  /** Called once per account, after the server has verified and stored it. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called when an attempt to connect has failed; the card shows why by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Id of the root element. */
  id?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Class of the root element. */
  className?: string | undefined;
  /** Classes of the gallery's parts. */
  classNames?: ConnectorGalleryClassNames | undefined;
}

/** Any other attribute of a `<section>` goes to the root element. */
type ElementAttributes = Omit<
  ComponentPropsWithoutRef<"section">,
  keyof ConnectorGalleryProps | "children"
>;

const noConnections: readonly Connection[] = [];

/**
 * Shows everything that can be connected, with a search, categories and pages, and marks what the
 * viewer has connected. `data-state` is `loading`, `error`, `empty`, `no-match` or `ready`; that of a card is
 * `available`, `connecting`, `connected`, `needs-attention`, `error` or `unavailable`. The ref, and any
 * attribute that is not among the props, go to the root element, a `<section>`.
 *
 * @example
 * <ConnectorGallery featured={["gmail", "slack"]} onConnected={({ id }) => startSync(id)} />
 */
export const ConnectorGallery = forwardRef(function ConnectorGallery(
  props: ConnectorGalleryProps & ElementAttributes,
  ref: ForwardedRef<HTMLElement>,
) {
  const {
    identityType: ownIdentityType,
    title,
    headingLevel,
    platforms,
    excludePlatforms,
    featured = [],
    showRecent = false,
    order = "popular",
    groupBy = "none",
    layout,
    showSearch,
    showCategories,
    showScopes,
    search: controlledSearch,
    defaultSearch = "",
    onSearchChange,
    category: controlledCategory,
    defaultCategory = null,
    onCategoryChange,
    noMatch,
    onConnected,
    onError,
    classNames,
    ...elementProps
  } = props;
  const context = useConnectContext();
  const { store } = context;
  const { emit } = store;
  const { root: themeAttributes, announce } = useRootContext();
  const { locale } = useMessagesContext();
  const messages = useMessages("gallery");
  const preload = usePreload();
  const section = useRef<HTMLElement>(null);
  const identityType = ownIdentityType ?? context.identityType;
  const catalog = useConnectors();
  const { connections } = useConnectionsQuery(identityType, undefined);
  const session = useConnectSession();
  const isOnline = useIsOnline();
  const { failure, run } = useConnectAttempt({
    identityType,
    onConnected,
    onError,
    root: section,
    attemptKeyOf: (target) =>
      target.identityType === identityType ? (target.platform ?? null) : null,
  });
  const [search, setSearch] = useControllable(controlledSearch, defaultSearch, onSearchChange);
  const [category, setCategory] = useControllable(
    controlledCategory,
    defaultCategory,
    onCategoryChange,
  );

  // Lists of platforms are mostly written in place: their content is what counts.
  const listsKey = JSON.stringify([platforms, excludePlatforms, featured]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listsKey stands for the lists
  const offered = useMemo(
    () =>
      orderCatalog(
        filterConnectors(catalog, { platforms, excludePlatforms }, locale),
        order,
        locale,
      ),
    [catalog.connectors, listsKey, order, locale],
  );
  // The field shows each letter at once, and the cards follow.
  const shownSearch = useDeferredValue(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listsKey stands for the lists
  const preferred = useMemo(
    () => new Set([...featured, ...connections.map(({ platform }) => platform)]),
    [listsKey, connections],
  );
  const found = useMemo(() => {
    const { searchWords } = messages;
    const all = searchConnectors(offered.connectors, shownSearch, preferred, searchWords);
    return category === null ? all : all.filter((connector) => isInCategory(connector, category));
  }, [offered, shownSearch, category, preferred, messages]);

  const isFiltered = shownSearch.trim() !== "" || category !== null;
  const recent = showRecent ? connections : noConnections;
  // biome-ignore lint/correctness/useExhaustiveDependencies: listsKey stands for the lists
  const groups = useMemo<ConnectorGroup[]>(() => {
    if (isFiltered) return [{ id: "found", title: null, connectors: found }];
    const titles = { ...messages, other: messages.otherCategory };
    return groupConnectors(offered, { featured, recent, groupBy, titles });
  }, [isFiltered, found, offered, listsKey, recent, groupBy, messages]);
  const total = isFiltered ? found.length : offered.connectors.length;
  const rangeKey = JSON.stringify([shownSearch, category, order, groupBy, listsKey]);
  const range = usePageRange(total, rangeKey, (shown) => announce(messages.shown(shown, total)));

  const settlingSearch = JSON.stringify([shownSearch, category]);
  useDebouncedSearchEvent(settlingSearch, catalog.status === "success", () => {
    if (isFiltered) announce(messages.resultsStatus(total));
    const { length } = shownSearch.trim();
    if (length > 0) emit({ name: "gallery_searched", length, results: total });
  });

  function chooseCategory(chosen: string | null) {
    setCategory(chosen);
    if (chosen === category) return;
    const known = offered.categories.find(({ name }) => (name ?? "") === chosen);
    const results = known?.count ?? offered.connectors.length;
    emit({ name: "gallery_category_selected", category: chosen, results });
  }

  const cardOf = useGalleryCards({
    connections,
    busy: session?.identityType === identityType ? (session.platform ?? null) : null,
    failed: failure?.attemptKey ?? null,
  });
  const targetOf = ({ connector: { platform }, broken }: GalleryCard) => ({
    platform,
    identityType,
    reconnectId: broken?.id,
  });
  const latest = useLatestGetter({
    prefetchSession: (card: GalleryCard) => store.prefetchSession(targetOf(card)),
    connect: (card: GalleryCard) =>
      run(card.connector.platform, () =>
        store.connect(targetOf(card), {}, { container: section.current }),
      ),
  });
  // Stable, so that a card whose data has not changed is not rendered again.
  const onPressStart = useCallback((card: GalleryCard) => latest().prefetchSession(card), [latest]);
  const onPress = useCallback((card: GalleryCard) => void latest().connect(card), [latest]);

  function getProblem() {
    if (!failure) return null;
    const platform = failure.attemptKey;
    const connector = offered.connectors.find((other) => other.platform === platform);
    const notice = failure.notice(connector?.name ?? null);
    const { canRetry } = failure;
    return { platform, text: noticeText(notice), canRetry };
  }
  /** The number of cards on the first page, as far as the props tell. */
  function getExpected() {
    const shown = platforms?.filter((platform) => !excludePlatforms?.includes(platform));
    const total = Math.min(pageSize, shown?.length ?? pageSize);
    const first = featured.filter((platform) => shown?.includes(platform) ?? true);
    return { total, featured: Math.min(total, first.length) };
  }
  function getState() {
    if (catalog.status !== "success") return catalog.status === "pending" ? "loading" : "error";
    if (offered.connectors.length === 0) return "empty";
    return total === 0 ? "no-match" : "ready";
  }
  return (
    <ConnectorGalleryView
      state={getState()}
      catalog={offered}
      filter={{
        search,
        category,
        onSearchChange: setSearch,
        onCategoryChange: chooseCategory,
        onClear() {
          setSearch("");
          chooseCategory(null);
        },
      }}
      results={{ groups, range, total, isFiltered, isPending: search !== shownSearch }}
      cards={{ cardOf, problem: getProblem(), showScopes, onPressStart, onPress }}
      freshness={{
        isOutdated: catalog.isOutdated,
        isOffline: !isOnline,
        updatedAt: catalog.updatedAt,
        // Frameworks that prerender pages refuse to read the clock where nothing needs it.
        now: catalog.isOutdated ? Date.now() : 0,
        error: catalog.error,
        onRefresh: catalog.refresh,
      }}
      expected={getExpected()}
      messages={messages}
      locale={locale}
      title={title}
      headingLevel={headingLevel}
      layout={layout}
      showSearch={showSearch}
      showCategories={showCategories}
      noMatch={noMatch}
      classNames={classNames}
      internalProps={{ ...preload, ref: section }}
      rootProps={{ ...themeAttributes, ...elementProps, ref }}
    />
  );
});
