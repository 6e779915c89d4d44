/** Keys with which Next.js marks its history entries. It ignores changes to marked entries. */
const nextMarks = ["__NA", "_N"];

/**
 * Removes a search parameter from the page's address. The rest of the address, and the router's
 * history state, stay unchanged.
 */
export function removeAddressParam(name: string): void {
  const { pathname, search, hash } = location;
  const rest = search
    .slice(1)
    .split("&")
    .filter((part) => !new URLSearchParams(part).has(name))
    .join("&");
  let state: unknown = history.state;
  if (
    typeof state === "object" &&
    state !== null &&
    nextMarks.some((mark) => mark in (state as object))
  ) {
    // Without the marks, Next.js notices the new address and restores them.
    state = Object.fromEntries(Object.entries(state).filter(([key]) => !nextMarks.includes(key)));
  }
  history.replaceState(state, "", `${pathname}${rest && `?${rest}`}${hash}`);
}
