"use client";

import { accountName, displayName } from "../messages/names.ts";
import { useMessages } from "../messages/use-messages.ts";
import { Logo } from "../ui/logo.tsx";
import { visuallyHiddenStyle } from "../ui/visually-hidden.ts";
import { ScopesLine } from "./scopes-line.tsx";
import type { SessionState } from "./session-state.ts";

/** Props of {@link ConnectStatus}. */
export interface ConnectStatusProps {
  state: SessionState;
  /** Whether the page has returned from a redirect to a provider. */
  isBack?: boolean | undefined;
}

/**
 * One live region for the session's status, present from the first render. It is visible until
 * AuthKit's page loads, and again once that page is finished. While the page shows, it is only
 * announced.
 */
export function ConnectStatus({ state, isBack }: ConnectStatusProps) {
  const messages = useMessages("session");
  const { phase, connector, isSlow, isLoaded, target } = state;
  const name = connector?.name ?? null;
  const hasPlatform = target.platform !== undefined;
  const account = connectedAccountName(state);

  const { title, text } = ((): { title: string; text?: string | undefined } => {
    if (phase === "preparing" || phase === "opening") {
      if (isSlow) return messages.stillOpening(name);
      // The list of scopes says more, if it is known.
      const text = connector?.scopes?.length ? undefined : messages.openingHint(name);
      return { title: messages.opening(name), text };
    }
    // After the save, the dialog closes with the next paint. The new row and the announcer say the
    // rest.
    if (phase === "saving" || phase === "connected") return messages.saving(name);
    if (phase === "open") {
      if (account !== null) return messages.connected(account);
      // AuthKit's page looks up how the sign-in ended, so there is nothing to do in it.
      return { title: isBack ? "" : messages.ready(name) };
    }
    return { title: "" };
  })();
  const isSeen =
    phase === "preparing" ||
    (phase === "opening" && !isLoaded) ||
    (hasPlatform && (phase === "saving" || phase === "connected"));
  return (
    <div
      className="ak-connect-status"
      role="status"
      style={isSeen ? undefined : visuallyHiddenStyle}
    >
      {isSeen && connector && (
        <Logo
          platform={connector.platform}
          name={connector.name}
          image={connector.image}
          size="xl"
        />
      )}
      {title && <p className="ak-notice-title">{title}</p>}
      {text && <p className="ak-notice-text">{text}</p>}
      {isSeen && (phase === "preparing" || phase === "opening") && (
        <ScopesLine scopes={connector?.scopes} max={6} className="ak-notice-text" />
      )}
    </div>
  );
}

/** What to call the account that this session stored last, or `null`. */
export function connectedAccountName({ connections, connector }: SessionState): string | null {
  const connection = connections.at(-1);
  if (!connection) return null;
  // Without a platform the session has no connector of its own.
  return accountName(connection, displayName(connection.platform, connector ?? undefined));
}
