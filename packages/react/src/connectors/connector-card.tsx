"use client";

import { memo } from "react";
import { StateLabel } from "../connections/state-label.tsx";
import type { GalleryMessages } from "../messages/gallery-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { HeldLabel } from "../ui/held-label.tsx";
import { Logo } from "../ui/logo.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { categoryOf } from "./catalog.ts";
import type { GalleryCard } from "./gallery-cards.ts";

/** Props of {@link ConnectorCard}. */
export interface ConnectorCardProps {
  card: GalleryCard;
  /** Why the last attempt failed, in the state `problem`. */
  message?: string | undefined;
  texts: GalleryMessages;
  isOffline: boolean;
  onPress: (card: GalleryCard) => void;
  className?: string | undefined;
}

function wordsFor({ state, broken, connector: { name } }: GalleryCard, texts: GalleryMessages) {
  if (state === "problem") return [texts.tryAgain, texts.tryConnectingAgain(name)];
  if (state === "connected") return [texts.addAnother, texts.addAnotherPlatform(name)];
  if (broken) return [texts.reconnect, texts.reconnectPlatform(name)];
  return [texts.connect, texts.connectPlatform(name)];
}

/** One connector: what it is, what the viewer has of it, and the next step. */
export const ConnectorCard = memo(function ConnectorCard(props: ConnectorCardProps) {
  const { card, message, texts, isOffline, onPress, className } = props;
  const { connector, state, accounts } = card;
  const [label, spokenLabel] = wordsFor(card, texts);
  const isBusy = state === "busy";
  const category = categoryOf(connector) ?? texts.otherCategory;
  const note = state === "problem" ? message : state === "unavailable" && connector.unavailable;
  return (
    <li
      className={classNames("ak-card", className)}
      data-state={state}
      data-platform={connector.platform}
    >
      <Logo platform={connector.platform} name={connector.name} image={connector.image} size="lg" />
      {state !== "unavailable" && (
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
            <HeldLabel idle={label}>
              <Spinner />
            </HeldLabel>
          ) : (
            label
          )}
        </button>
      )}
      <div className="ak-card-text">
        <p className="ak-card-name">
          <bdi title={connector.name}>{connector.name}</bdi>
        </p>
        <p className="ak-card-meta">
          <span className="ak-card-category">{category}</span>
          {state === "connected" && (
            <StateLabel state="operational">{texts.connected(accounts)}</StateLabel>
          )}
          {state === "needs-attention" && (
            <StateLabel state="failed">{texts.needsAttention}</StateLabel>
          )}
          {state === "problem" && <StateLabel state="problem">{texts.notConnected}</StateLabel>}
          {state === "unavailable" && <StateLabel state="unknown">{texts.unavailable}</StateLabel>}
        </p>
        {note && (
          <p className="ak-card-message" role={state === "problem" ? "alert" : undefined}>
            {note}
          </p>
        )}
      </div>
    </li>
  );
});
