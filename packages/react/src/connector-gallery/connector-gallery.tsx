"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { loadChunk } from "../api/load-chunk.ts";
import { filterConnectors, isInCategory } from "../data/filter-connectors.ts";
import { type ConnectorGroup, groupConnectors } from "../data/group-connectors.ts";
import { searchConnectors } from "../data/search-connectors.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnectionsQuery } from "../hooks/use-connections-query.ts";
import { useConnectors } from "../hooks/use-connectors.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useChunkErrorText } from "../messages/use-chunk-error-text.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { focusSection } from "../ui/focus-section.ts";
import { lazyModule } from "../ui/lazy-module.ts";
import { useRootContext } from "../ui/root-context.ts";
import { useControllable } from "../ui/use-controllable.ts";
import { useIsOnline } from "../ui/use-is-online.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { whenIdle } from "../ui/when-idle.ts";
import {
  type ConnectorGalleryClassNames,
  ConnectorGalleryView,
} from "./connector-gallery-view.tsx";
import type { GalleryCard } from "./gallery-cards.ts";
import { useDebouncedSearchEvent } from "./use-debounced-search-event.ts";
import { useDeferredImages } from "./use-deferred-images.ts";
import { useGalleryCards } from "./use-gallery-cards.ts";
import { useIdleSearchIndex } from "./use-idle-search-index.ts";
import { usePageWindow } from "./use-page-window.ts";

/** Props of {@link ConnectorGallery}. */
export interface ConnectorGalleryProps {
  /** Whom connections will belong to. @default the provider's */
  identityType?: IdentityType | undefined;
  /** Heading above the gallery; `null` leaves it out. @default "Add an integration" */
  title?: ReactNode | undefined;
  /** Where that heading stands in the page's outline; groups come one below. @default 2 */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Offer only these platforms. @default all that are enabled */
  platforms?: readonly string[] | undefined;
  /** Never offer these. */
  excludePlatforms?: readonly string[] | undefined;
  /** Platforms to show first, in this order. */
  featured?: readonly string[] | undefined;
  /** Shows what was connected last in a group of its own. @default false */
  showRecent?: boolean | undefined;
  /** One list, or one for each category. @default "none" */
  groupBy?: "none" | "category" | undefined;
  /** Cards, or the rows that a narrow column always gets. @default "grid" */
  layout?: "grid" | "list" | undefined;
  /** Whether there is a search field. @default true */
  showSearch?: boolean | undefined;
  /** Whether there is a choice of categories. @default true */
  showCategories?: boolean | undefined;
  /** What is searched for, held by you. */
  search?: string | undefined;
  /** What is searched for at first, held by the gallery. @default "" */
  defaultSearch?: string | undefined;
  /** At every change of what is searched for. */
  onSearchChange?: ((search: string) => void) | undefined;
  /** The chosen category, held by you; `null` for all, an empty text for those without one. */
  category?: string | null | undefined;
  /** The category chosen at first, held by the gallery. @default null */
  defaultCategory?: string | null | undefined;
  /** At every choice of a category; `null` is all, an empty text those without one. */
  onCategoryChange?: ((category: string | null) => void) | undefined;
  /** Shown beside the way out when nothing fits: e.g. a link to ask for an integration. */
  noMatch?: ReactNode | undefined;
  /** Once per account, after the server has verified and stored it. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** An attempt to connect failed; the card shows why by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Of the whole gallery. */
  className?: string | undefined;
  /** Of each part. */
  classNames?: ConnectorGalleryClassNames | undefined;
}

const galleryParts = lazyModule(() => loadChunk(() => import("./gallery-parts.ts")));

const none: readonly Connection[] = [];

/**
 * Everything that can be connected: searched, filtered, a page at a time, with what the viewer has
 * of it. `data-state` is `loading`, `error`, `empty`, `no-match` or `ready`; that of a card is
 * `available`, `busy`, `connected`, `needs-attention`, `problem` or `unavailable`.
 *
 * @example
 * <ConnectorGallery featured={["gmail", "slack"]} onConnected={({ id }) => startSync(id)} />
 */
export function ConnectorGallery(props: ConnectorGalleryProps) {
  const context = useConnectContext();
  const { store } = context;
  const { emit } = store;
  const { root, announce } = useRootContext();
  const { locale } = useMessagesContext();
  const preload = usePreload();
  const section = useRef<HTMLElement>(null);
  const {
    platforms,
    excludePlatforms,
    featured = [],
    showRecent = false,
    groupBy = "none",
  } = props;
  const identityType = props.identityType ?? context.identityType;
  const texts = useMessages("gallery");
  const catalog = useConnectors();
  const { connections } = useConnectionsQuery(identityType, undefined);
  const session = useConnectSession();
  const isOnline = useIsOnline();
  const { failure, run } = useConnectAttempt(props);

  const [search, setSearch] = useControllable(
    props.search,
    props.defaultSearch ?? "",
    props.onSearchChange,
  );
  const [category, setCategory] = useControllable(
    props.category,
    props.defaultCategory ?? null,
    props.onCategoryChange,
  );

  // Lists of platforms are mostly written in place: their content is what counts.
  const listsKey = JSON.stringify([platforms, excludePlatforms, featured]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: listsKey stands for the lists
  const offered = useMemo(
    () => filterConnectors(catalog, { platforms, excludePlatforms }),
    [catalog.connectors, listsKey],
  );
  const isRead = catalog.status === "success";
  const holdsLogos = useDeferredImages(search, isRead);
  useIdleSearchIndex(offered.connectors, holdsLogos);
  useEffect(() => {
    // A press tries again, and says what is wrong.
    if (isRead) return whenIdle(() => void galleryParts.get().catch(() => {}));
  }, [isRead]);
  const found = useMemo(() => {
    const all = searchConnectors(offered.connectors, search);
    return category === null ? all : all.filter((connector) => isInCategory(connector, category));
  }, [offered, search, category]);

  const isFiltered = search.trim() !== "" || category !== null;
  const recent = showRecent ? connections : none;
  // biome-ignore lint/correctness/useExhaustiveDependencies: listsKey stands for the lists
  const groups = useMemo<ConnectorGroup[]>(() => {
    if (isFiltered) return [{ id: "found", title: null, connectors: found }];
    const titles = { ...texts, other: texts.otherCategory };
    return groupConnectors(offered, { featured, recent, groupBy, titles });
  }, [isFiltered, found, offered, listsKey, recent, groupBy, texts]);
  const total = isFiltered ? found.length : offered.connectors.length;
  const window = usePageWindow(total, JSON.stringify([search, category, groupBy, listsKey]));

  useDebouncedSearchEvent(JSON.stringify([search, category]), isRead, () => {
    if (isFiltered) announce(texts.resultsStatus(total));
    const { length } = search.trim();
    if (length > 0) emit({ name: "gallery_searched", length, results: total });
  });

  function choose(chosen: string | null) {
    setCategory(chosen);
    if (chosen === category) return;
    const known = offered.categories.find(({ name }) => (name ?? "") === chosen);
    const results = known?.count ?? offered.connectors.length;
    emit({ name: "gallery_category_selected", category: chosen, results });
  }

  const cardOf = useGalleryCards({
    connections,
    busy: session?.identityType === identityType ? (session.platform ?? null) : null,
    failed: failure?.subject ?? null,
  });
  const connect = useLatestGetter(({ connector: { platform }, broken }: GalleryCard) =>
    run(platform, () =>
      store.connect(
        { platform, identityType, reconnects: broken?.id },
        {},
        { container: section.current },
      ),
    ),
  );
  // Stable, so that a card whose data has not changed is not rendered again.
  const onPress = useCallback((card: GalleryCard) => void connect()(card), [connect]);

  // Looked for only then: a letter does not go through ten thousand of them.
  const failed = failure && offered.connectors.find(({ platform }) => platform === failure.subject);
  const notice = failure?.notice(failed?.name ?? null);
  const state = (() => {
    if (catalog.status !== "success") return catalog.status === "pending" ? "loading" : "error";
    if (offered.connectors.length === 0) return "empty";
    return total === 0 ? "no-match" : "ready";
  })();
  return (
    <ConnectorGalleryView
      {...props}
      catalog={offered}
      error={catalog.error}
      isStale={catalog.isStale}
      updatedAt={catalog.updatedAt}
      state={state}
      groups={groups}
      window={window}
      total={total}
      cardOf={cardOf}
      holdsLogos={holdsLogos}
      problem={
        failure && notice
          ? { platform: failure.subject, text: `${notice.title}. ${notice.text}` }
          : null
      }
      search={search}
      category={category}
      parts={galleryParts}
      unreachable={useChunkErrorText()}
      texts={texts}
      locale={locale}
      // Frameworks that render a page in advance refuse a clock that nothing needs.
      now={catalog.isStale ? Date.now() : 0}
      isOffline={!isOnline}
      onSearch={setSearch}
      onCategory={choose}
      onShowAll={({ currentTarget }) => {
        focusSection(currentTarget);
        setSearch("");
        choose(null);
      }}
      onPress={onPress}
      onRefresh={catalog.refresh}
      rootRef={section}
      root={{ ...root, ...preload }}
    />
  );
}
