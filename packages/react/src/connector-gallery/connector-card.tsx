"use client";

import { memo } from "react";
import { categoryOf } from "../data/catalog.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { useCatalogLang } from "../messages/use-catalog-lang.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { ScopesLine } from "../session/scopes-line.tsx";
import { isMousePress } from "../session/session-prefetch.ts";
import { BusyLabel } from "../ui/busy-label.tsx";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { Logo } from "../ui/logo.tsx";
import type { CardButtons, GalleryCard } from "./gallery-cards.ts";

/** Props of {@link ConnectorCard}. */
export interface ConnectorCardProps {
  card: GalleryCard;
  /** Why the last attempt failed, in the state `error`. */
  message?: string | undefined;
  /**
   * Whether another attempt could succeed.
   * @default true
   */
  canRetry?: boolean | undefined;
  messages: GalleryMessages;
  isOffline: boolean;
  /** Where the card puts its button as long as it is in the document. */
  buttons: CardButtons;
  /** Whether the card says what people will be asked to allow. */
  showScopes?: boolean | undefined;
  /** Whether the card is in a group of its category. */
  isInOwnCategory?: boolean | undefined;
  /** A mouse button goes down on the card's button, and a press mostly follows. */
  onPressStart?: ((card: GalleryCard) => void) | undefined;
  onPress: (card: GalleryCard) => void;
  className?: string | undefined;
}

/** The button's label, and its accessible name. */
function getLabels(
  { state, broken, connector: { name } }: GalleryCard,
  canRetry: boolean,
  messages: GalleryMessages,
): [label: string, accessibleName: string] {
  if (state === "error" && canRetry) return [messages.tryAgain, messages.tryConnectingAgain(name)];
  if (state === "connected") return [messages.addAnother, messages.addAnotherPlatform(name)];
  if (broken) return [messages.reconnect, messages.reconnectPlatform(name)];
  return [messages.connect, messages.connectPlatform(name)];
}

function renderState({ state, accounts }: GalleryCard, messages: GalleryMessages) {
  switch (state) {
    case "connected":
      return <StateLabel state="operational">{messages.connected(accounts)}</StateLabel>;
    case "needs-attention":
      return <StateLabel state="failed">{messages.needsAttention}</StateLabel>;
    case "error":
      return <StateLabel state="error">{messages.notConnected}</StateLabel>;
    case "unavailable":
      return <StateLabel state="unknown">{messages.unavailable}</StateLabel>;
    default:
      return null;
  }
}

/**
 * The line below the name: the connector's description, else its category, else `null`. Next to a
 * state there is only room for the category.
 */
function getAbout({ card: { connector }, isInOwnCategory }: ConnectorCardProps, hasState: boolean) {
  const category = isInOwnCategory ? null : categoryOf(connector);
  const description = connector.description?.trim();
  if (description && !(hasState && category)) {
    return { className: "ak-card-description", text: description };
  }
  return category === null ? null : { className: "ak-card-category", text: category };
}

/** One connector: what it is, what the viewer has of it, and the next step. */
export const ConnectorCard = memo(function ConnectorCard(props: ConnectorCardProps) {
  const {
    card,
    message,
    canRetry = true,
    messages,
    isOffline,
    buttons,
    onPressStart,
    onPress,
    className,
  } = props;
  const { connector, state } = card;
  const [label, accessibleName] = getLabels(card, canRetry, messages);
  const isBusy = state === "connecting";
  // An account that is there can be signed in to again, even where no more can be connected.
  const canPress = isBusy || card.broken || connector.unavailable === undefined;
  const catalogLang = useCatalogLang();
  const stateLabel = renderState(card, messages);
  const about = getAbout(props, stateLabel !== null);
  const aboutText = about && (
    <bdi title={about.text} lang={catalogLang}>
      {about.text.split("\n", 1)[0]}
    </bdi>
  );
  const note = state === "error" ? message : state === "unavailable" && connector.unavailable;
  return (
    <li
      className={classNames("ak-card", className)}
      data-state={state}
      data-platform={connector.platform}
    >
      <Logo platform={connector.platform} name={connector.name} image={connector.image} size="lg" />
      {canPress && (
        <Button
          ref={(element) => {
            if (element) buttons.set(connector.platform, element);
            else buttons.delete(connector.platform);
          }}
          variant="soft"
          size="sm"
          aria-label={accessibleName}
          aria-busy={isBusy || undefined}
          aria-disabled={isBusy || isOffline || undefined}
          onPointerDown={(event) => {
            if (!isBusy && !isOffline && isMousePress(event)) onPressStart?.(card);
          }}
          onClick={isBusy || isOffline ? undefined : () => onPress(card)}
        >
          <BusyLabel isBusy={isBusy}>{label}</BusyLabel>
        </Button>
      )}
      <p className="ak-card-name">
        <bdi title={connector.name}>{connector.name}</bdi>
      </p>
      {stateLabel === null ? (
        about && <p className={about.className}>{aboutText}</p>
      ) : (
        <p className="ak-card-meta">
          {about && <span className={about.className}>{aboutText}</span>}
          {stateLabel}
        </p>
      )}
      {props.showScopes && canPress && !card.accounts && (
        <ScopesLine scopes={connector.scopes} max={3} className="ak-card-message" />
      )}
      {note && (
        <p className="ak-card-message" role={state === "error" ? "alert" : undefined}>
          {note}
        </p>
      )}
    </li>
  );
});
