"use client";

import type { Connector } from "@authkit-ui/contract";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { type ConnectorGroup, sliceGroups } from "../data/group-connectors.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { useCatalogLang } from "../messages/use-catalog-lang.ts";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { ConnectorCard } from "./connector-card.tsx";
import type { CardButtons, GalleryCard } from "./gallery-cards.ts";
import { getNextCard } from "./grid-navigation.ts";
import type { PageRange } from "./use-page-range.ts";

/** What a gallery has found, and how much of it is shown. */
export interface GalleryResults {
  /** All groups; the range says which of their cards are in the document. */
  groups: readonly ConnectorGroup[];
  range: PageRange;
  /** Number of connectors in all groups. */
  total: number;
  /** Whether they are the result of a search or of a category. */
  isFiltered: boolean;
  /** Whether they still are what was found before the last letter. */
  isPending: boolean;
}

/** What the cards show, and what a press on one does. */
export interface CardOptions {
  cardOf: (connector: Connector) => GalleryCard;
  /** Why the last attempt failed, in words for people. */
  problem: { platform: string; text: string; canRetry?: boolean | undefined } | null;
  showScopes?: boolean | undefined;
  onPressStart?: ((card: GalleryCard) => void) | undefined;
  onPress: (card: GalleryCard) => void;
}

/** Classes of a product's own for the groups' parts. */
interface GalleryGroupsClassNames {
  groupTitle?: string | undefined;
  cards?: string | undefined;
  card?: string | undefined;
  more?: string | undefined;
}

/** Props of {@link GalleryGroups}. */
export interface GalleryGroupsProps {
  results: GalleryResults;
  cards: CardOptions;
  /** The cards put their buttons here. */
  buttons: CardButtons;
  /** `null` is every category, an empty text is those without one. */
  category: string | null;
  isOffline: boolean;
  messages: GalleryMessages;
  /** Where the groups' titles stand in the page's outline. */
  headingLevel: 2 | 3 | 4 | 5;
  /** Ends search and filter. */
  onShowAll: () => void;
  classNames?: GalleryGroupsClassNames | undefined;
}

/** The cards, with the line that says what was found and the way to more of them. */
export function GalleryGroups(props: GalleryGroupsProps) {
  const { results, cards, buttons, category, messages, classNames: slots } = props;
  const { groups, range, total, isFiltered } = results;
  const { from, to, next, previous } = range;

  // The first card that a press has added is where reading goes on.
  const focusNext = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focusNext.current !== null) buttons.get(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const platformAt = (position: number) =>
    groups.flatMap((group) => group.connectors)[position]?.platform ?? null;

  return (
    <div className="ak-groups">
      {isFiltered && (
        <p className="ak-results">
          <span>
            {messages.results(total, category === "" ? messages.otherCategory : category)}
          </span>
          <button type="button" className="ak-text-button" onClick={props.onShowAll}>
            {messages.showAll}
          </button>
        </p>
      )}
      {previous > 0 && (
        <div className="ak-more ak-earlier">
          <Button
            variant="outline"
            onClick={() => {
              focusNext.current = platformAt(from - 1);
              range.showPrevious();
            }}
          >
            {messages.showEarlier(previous)}
          </Button>
        </div>
      )}
      {sliceGroups(groups, from, to).map((group) => (
        <Group
          // All lists without a title share a key, so that their cards are reused between searches.
          key={group.title === null ? "flat" : group.id}
          group={group}
          count={groups.find(({ id }) => id === group.id)?.connectors.length ?? 0}
          cards={cards}
          buttons={buttons}
          isOffline={props.isOffline}
          messages={messages}
          headingLevel={props.headingLevel}
          classNames={slots}
        />
      ))}
      {(next > 0 || from > 0) && (
        <div className="ak-more">
          {next > 0 && (
            <Button
              className={slots?.more}
              variant="outline"
              onClick={() => {
                focusNext.current = platformAt(to);
                range.showNext();
              }}
            >
              {messages.showMore(next)}
            </Button>
          )}
          <span className="ak-shown">{messages.shown(to, total)}</span>
        </div>
      )}
    </div>
  );
}

interface GroupProps
  extends Pick<
    GalleryGroupsProps,
    "cards" | "buttons" | "isOffline" | "messages" | "headingLevel" | "classNames"
  > {
  /** The part of the group that is in the document. */
  group: ConnectorGroup;
  /** How many connectors the whole group has. */
  count: number;
}

/** One list of cards, and its title. */
function Group(props: GroupProps) {
  const { group, cards, buttons, messages, classNames: slots } = props;
  const Title = `h${props.headingLevel}` as const;
  // A single list already ends with the button that shows more.
  const isCut = group.id !== "more" && group.connectors.length < props.count;
  const catalogLang = useCatalogLang();

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // Alt and an arrow, for one, is the browser's way back.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = group.connectors.flatMap(({ platform }) => buttons.get(platform) ?? []);
    const next = getNextCard(
      event.key,
      shown.indexOf(event.target as HTMLButtonElement),
      shown.map((button) => button.getBoundingClientRect()),
      getComputedStyle(event.currentTarget).direction === "rtl",
    );
    if (next === undefined) return;
    event.preventDefault();
    shown[next]?.focus();
  }
  function getProblem({ platform }: Connector) {
    if (cards.problem?.platform !== platform) return undefined;
    return { message: cards.problem.text, canRetry: cards.problem.canRetry };
  }
  return (
    <div className="ak-group">
      {group.title !== null && (
        <Title className={classNames("ak-group-title", slots?.groupTitle)}>
          <span lang={/^category:./.test(group.id) ? catalogLang : undefined}>{group.title}</span>
          {group.id !== "featured" && group.id !== "recent" && (
            <span className="ak-count">
              {isCut ? messages.shown(group.connectors.length, props.count) : props.count}
            </span>
          )}
        </Title>
      )}
      <ul
        className={classNames("ak-cards", slots?.cards)}
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets lists without markers
        role="list"
        aria-label={group.title ?? undefined}
        onKeyDown={onKeyDown}
      >
        {group.connectors.map((connector) => (
          <ConnectorCard
            key={connector.platform}
            card={cards.cardOf(connector)}
            {...getProblem(connector)}
            messages={messages}
            isOffline={props.isOffline}
            buttons={buttons}
            showScopes={cards.showScopes}
            isInOwnCategory={group.isCategory}
            onPressStart={cards.onPressStart}
            onPress={cards.onPress}
            className={slots?.card}
          />
        ))}
      </ul>
    </div>
  );
}
