import type { Connector } from "../catalog/catalog.ts";
import type { Clock } from "../clock.ts";
import type { Connection } from "../vault/connection.ts";
import type { AuthKitSession } from "./authkit-sessions.ts";

/** What a person's visit to the provider has led to. */
export type OAuthOutcome =
  | { status: "pending" }
  | { status: "connected"; connection: Connection }
  | { status: "failed"; message: string };

/** One visit to a provider's consent page. */
export interface OAuthAttempt {
  /** OAuth's `state`: names the attempt at the provider and back. */
  state: string;
  session: AuthKitSession;
  connector: Connector;
  /** The name that the person gave the connection on the hosted page. */
  name: string | null;
  /** The product's name, which the consent page shows. */
  companyName: string;
  /** The provider's authorization code and the account that it stands for, once consented. */
  grant?: { code: string; account: string } | undefined;
  outcome: OAuthOutcome;
}

/** The attempts of the last hour. */
export interface OAuthAttempts {
  create(
    attempt: Pick<OAuthAttempt, "session" | "connector" | "name" | "companyName">,
  ): OAuthAttempt;
  find(state: string): OAuthAttempt | undefined;
  clear(): void;
}

const lifetime = 3_600_000;

export function createOAuthAttempts(clock: Clock): OAuthAttempts {
  const attempts = new Map<string, OAuthAttempt>();
  return {
    create(request) {
      // In the order of their sessions or nearly so: the first that is young enough ends the search.
      for (const [state, { session }] of attempts) {
        if (clock.now() - session.createdAt <= lifetime) break;
        attempts.delete(state);
      }
      const attempt: OAuthAttempt = {
        ...request,
        state: crypto.randomUUID().replaceAll("-", ""),
        outcome: { status: "pending" },
      };
      attempts.set(attempt.state, attempt);
      return attempt;
    },
    find: (state) => attempts.get(state),
    clear: () => attempts.clear(),
  };
}

/** Separates the parts of a state that One's browser package has extended. */
const separator = "~";

/** A `state` as it comes back from the provider, in its parts. */
export interface ReturnedState {
  state: string;
  /** Where the whole page goes back to; absent when the consent page ran in a popup. */
  returnUrl?: URL | undefined;
  /** Whether the page keeps the state itself, and expects its address back unchanged. */
  isClean?: boolean | undefined;
}

/** From `v3` on, packages keep the state in the tab and read no search parameter. */
const readsNoAddress = (tag: string | undefined) => Number(/^v(\d+)$/.exec(tag ?? "")?.[1]) >= 3;

/**
 * Takes a returned `state` apart: `{state}`, `{state}~{base64url of the return address}`
 * (`@withone/auth` 1.1.4, `src/useEventLink.tsx`), or the same with `~v3` behind it (1.3.0). An
 * address that is not http(s) is dropped.
 */
export function readReturnedState(returned: string): ReturnedState {
  const [state = "", encoded, tag] = returned.split(separator);
  if (!encoded) return { state };
  try {
    const returnUrl = new URL(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")));
    return returnUrl.protocol === "https:" || returnUrl.protocol === "http:"
      ? { state, returnUrl, isClean: readsNoAddress(tag) }
      : { state };
  } catch {
    return { state };
  }
}
