import { withStorage } from "../../ui/browser-storage.ts";
import type { SessionTarget } from "../session-state.ts";
import type { AuthKitAdapter } from "./authkit-adapter.ts";

/** Key in `sessionStorage`, which other tabs do not share. `@withone/auth` uses another key. */
export const redirectKey = "authkit-ui:return";

/** Lets the component that started a session join it after the redirect. */
export type ResumedSessionOffer = (
  root: Element | null,
  join: (target: SessionTarget) => void,
) => void;

let current: ResumedSessionOffer | null = null;
const listeners = new Set<() => void>();

/** Offers a resumed session to all current and later subscribers. `null` withdraws the offer. */
export function offerResumedSession(offer: ResumedSessionOffer | null): void {
  current = offer;
  for (const listener of listeners) listener();
}

/** See {@link AuthKitAdapter}. */
export const subscribeToResume: NonNullable<AuthKitAdapter["subscribeToResume"]> = (root, join) => {
  const listener = () => current?.(root, join);
  listeners.add(listener);
  listener();
  return () => void listeners.delete(listener);
};

/**
 * Whether this tab has a stored redirect. The code that reads it is in a chunk that few pages load.
 */
export function hasStoredRedirect(): boolean {
  const stored = withStorage("sessionStorage", (storage) => storage.getItem(redirectKey));
  return stored !== null;
}
