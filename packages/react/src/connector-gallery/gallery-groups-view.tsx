"use client";

import type { Connector } from "@authkit-ui/contract";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from "react";
import { type ConnectorGroup, sliceGroups } from "../data/group-connectors.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import type { HeadingLevel } from "../ui/heading.tsx";
import type { LazyModule } from "../ui/lazy-module.ts";
import type { GalleryParts } from "./category-trigger.tsx";
import { ConnectorCard } from "./connector-card.tsx";
import type { GalleryCard } from "./gallery-cards.ts";
import type { PageWindow } from "./use-page-window.ts";

/** Props of {@link GalleryGroups}. */
export interface GalleryGroupsProps {
  /** All of them; the window says which are in the document. */
  groups: readonly ConnectorGroup[];
  window: PageWindow;
  /** Number of connectors in all groups. */
  total: number;
  cardOf: (connector: Connector) => GalleryCard;
  problem: { platform: string; text: string } | null;
  /** Whether logos and icons that have not been shown yet still wait. @default false */
  holdsLogos?: boolean | undefined;
  search: string;
  /** `null` is every category, an empty text is those without one. */
  category: string | null;
  parts: LazyModule<GalleryParts>;
  texts: GalleryMessages;
  /** Heading of the gallery; `null` leaves the header out. @default that of the texts */
  title?: ReactNode | undefined;
  /** @default 2 */
  headingLevel?: HeadingLevel | undefined;
  isOffline: boolean;
  /** Ends search and filter; the pressed element goes. */
  onShowAll: (event: MouseEvent<Element>) => void;
  onPress: (card: GalleryCard) => void;
  classNames?:
    | {
        more?: string | undefined;
        groupTitle?: string | undefined;
        cards?: string | undefined;
        card?: string | undefined;
      }
    | undefined;
}

/** The cards, with the line that says what was found and the way to more of them. */
export function GalleryGroups(props: GalleryGroupsProps) {
  const { groups, window, total, texts, category, search, classNames: slots } = props;
  const { from, to, next, previous } = window;
  const box = useRef<HTMLDivElement>(null);
  const focusLater = useRef<string | null>(null);

  // The first card that a press has added is where reading goes on.
  useLayoutEffect(() => {
    const platform = focusLater.current;
    if (platform === null) return;
    focusLater.current = null;
    const cards = box.current?.querySelectorAll<HTMLElement>("[data-platform]") ?? [];
    const card = [...cards].find(({ dataset }) => dataset.platform === platform);
    card?.querySelector<HTMLElement>(":scope > .ak-button")?.focus();
  });
  const platformAt = (position: number) =>
    groups.flatMap((group) => group.connectors)[position]?.platform ?? null;

  const isFiltered = search.trim() !== "" || category !== null;
  const categoryName = category === "" ? texts.otherCategory : category;
  return (
    <div ref={box} className="ak-groups">
      {isFiltered && (
        <p className="ak-results">
          <span>{texts.results(total, categoryName)}</span>
          <button type="button" className="ak-text-button" onClick={props.onShowAll}>
            {texts.showAll}
          </button>
        </p>
      )}
      {previous > 0 && (
        <div className="ak-more ak-earlier">
          <button
            type="button"
            className="ak-button"
            data-variant="outline"
            onClick={() => {
              focusLater.current = platformAt(from - 1);
              window.showPrevious();
            }}
          >
            {texts.showEarlier(previous)}
          </button>
        </div>
      )}
      {sliceGroups(groups, from, to).map((group) => (
        // One flat list is another's successor: cards that are in both stay.
        <Group key={group.title === null ? "flat" : group.id} {...props} group={group} />
      ))}
      {(next > 0 || from > 0) && (
        <div className="ak-more">
          {next > 0 && (
            <button
              type="button"
              className={classNames("ak-button", slots?.more)}
              data-variant="outline"
              onClick={() => {
                focusLater.current = platformAt(to);
                window.showNext();
              }}
            >
              {texts.showMore(next)}
            </button>
          )}
          <span className="ak-shown">{texts.shown(to, total)}</span>
        </div>
      )}
    </div>
  );
}

function Group({ group, ...props }: GalleryGroupsProps & { group: ConnectorGroup }) {
  const { texts, headingLevel = 2, problem, cardOf, classNames: slots } = props;
  const Title = `h${(props.title === null ? headingLevel : headingLevel + 1) as 3}` as const;
  const whole = props.groups.find(({ id }) => id === group.id);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { currentTarget, key } = event;
    const parts = props.parts.now();
    // In the first moments, and without its code, an arrow scrolls as it does anywhere.
    if (!parts) return void props.parts.get().catch(() => {});
    const button = parts.getNextCard(currentTarget, key);
    if (!button) return;
    event.preventDefault();
    button.focus();
  };
  return (
    <div className="ak-group">
      {group.title !== null && (
        <Title className={classNames("ak-group-title", slots?.groupTitle)}>
          <span>{group.title}</span>
          {group.id !== "featured" && group.id !== "recent" && (
            <span className="ak-count">{whole?.connectors.length}</span>
          )}
        </Title>
      )}
      <ul
        className={classNames("ak-cards", slots?.cards)}
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets lists without markers
        role="list"
        aria-label={group.title ?? texts.title}
        onKeyDown={onKeyDown}
      >
        {group.connectors.map((connector) => (
          <ConnectorCard
            key={connector.platform}
            card={cardOf(connector)}
            message={problem?.platform === connector.platform ? problem.text : undefined}
            texts={texts}
            isOffline={props.isOffline}
            holdsLogo={props.holdsLogos ?? false}
            onPress={props.onPress}
            className={slots?.card}
          />
        ))}
      </ul>
    </div>
  );
}
