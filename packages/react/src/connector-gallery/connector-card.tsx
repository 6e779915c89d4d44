"use client";

import { memo } from "react";
import { categoryOf } from "../data/catalog.ts";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { classNames } from "../ui/class-names.ts";
import { Spinner } from "../ui/spinner.tsx";
import { StableLabel } from "../ui/stable-label.tsx";
import { CardLogo } from "./card-logo.tsx";
import type { GalleryCard } from "./gallery-cards.ts";

/** Props of {@link ConnectorCard}. */
export interface ConnectorCardProps {
  card: GalleryCard;
  /** Why the last attempt failed, in the state `problem`. */
  message?: string | undefined;
  texts: GalleryMessages;
  isOffline: boolean;
  /** Not yet to be fetched, if it has not been shown before. */
  holdsLogo: boolean;
  onPress: (card: GalleryCard) => void;
  className?: string | undefined;
}

function wordsFor({ state, broken, connector: { name } }: GalleryCard, texts: GalleryMessages) {
  if (state === "problem") return [texts.tryAgain, texts.tryConnectingAgain(name)];
  if (state === "connected") return [texts.addAnother, texts.addAnotherPlatform(name)];
  if (broken) return [texts.reconnect, texts.reconnectPlatform(name)];
  return [texts.connect, texts.connectPlatform(name)];
}

function stateLabelOf({ state, accounts }: GalleryCard, texts: GalleryMessages) {
  switch (state) {
    case "connected":
      return <StateLabel state="operational">{texts.connected(accounts)}</StateLabel>;
    case "needs-attention":
      return <StateLabel state="failed">{texts.needsAttention}</StateLabel>;
    case "problem":
      return <StateLabel state="problem">{texts.notConnected}</StateLabel>;
    case "unavailable":
      return <StateLabel state="unknown">{texts.unavailable}</StateLabel>;
    default:
      return null;
  }
}

/** One connector: what it is, what the viewer has of it, and the next step. */
export const ConnectorCard = memo(function ConnectorCard(props: ConnectorCardProps) {
  const { card, message, texts, isOffline, holdsLogo, onPress, className } = props;
  const { connector, state } = card;
  const [label, spokenLabel] = wordsFor(card, texts);
  const isBusy = state === "busy";
  // Signing in again to what is there is not connecting more.
  const canPress = isBusy || card.broken || connector.unavailable === undefined;
  const category = categoryOf(connector) ?? texts.otherCategory;
  const stateLabel = stateLabelOf(card, texts);
  const note = state === "problem" ? message : state === "unavailable" && connector.unavailable;
  return (
    <li
      className={classNames("ak-card", className)}
      data-state={state}
      data-platform={connector.platform}
    >
      <CardLogo connector={connector} isHeld={holdsLogo} />
      {canPress && (
        <button
          type="button"
          className="ak-button"
          data-variant="soft"
          data-size="sm"
          aria-label={spokenLabel}
          aria-busy={isBusy || undefined}
          aria-disabled={isBusy || isOffline || undefined}
          onClick={isBusy || isOffline ? undefined : () => onPress(card)}
        >
          {isBusy ? (
            <StableLabel idle={label}>
              <Spinner />
            </StableLabel>
          ) : (
            label
          )}
        </button>
      )}
      <p className="ak-card-name">
        <bdi title={connector.name}>{connector.name}</bdi>
      </p>
      {stateLabel === null ? (
        <p className="ak-card-category">
          <bdi>{category}</bdi>
        </p>
      ) : (
        <p className="ak-card-meta">
          <span className="ak-card-category">
            <bdi>{category}</bdi>
          </span>
          {stateLabel}
        </p>
      )}
      {note && (
        <p className="ak-card-message" role={state === "problem" ? "alert" : undefined}>
          {note}
        </p>
      )}
    </li>
  );
});
