import type { AuthKitAdapter } from "./adapters/authkit-adapter.ts";
import type { SessionRequest } from "./session-state.ts";

/** In the tab's own storage, which other tabs do not see. `@withone/auth` has another key. */
export const returnKey = "authkit-ui:return";

/** Lets a session that has come back from a provider be joined by whom it belongs to. */
export type ReturnOffer = (root: Element | null, join: (request: SessionRequest) => void) => void;

let current: ReturnOffer | null = null;
const waiting = new Set<() => void>();

/** Offers a session that has come back to all who wait, and to all who come; `null` ends that. */
export function offerReturn(offer: ReturnOffer | null): void {
  current = offer;
  for (const look of waiting) look();
}

/** See {@link AuthKitAdapter}. */
export const onReturn: NonNullable<AuthKitAdapter["onReturn"]> = (root, join) => {
  const look = () => current?.(root, join);
  waiting.add(look);
  look();
  return () => void waiting.delete(look);
};

/** Whether a page has left this tab; what that was is looked at by code that few pages need. */
export function hasLeft(): boolean {
  try {
    return sessionStorage.getItem(returnKey) !== null;
  } catch {
    return false;
  }
}
