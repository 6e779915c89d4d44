/** Next.js's marks of its own entries in the history; it leaves an entry that has one to itself. */
const nextMarks = ["__NA", "_N"];

/**
 * Takes a parameter out of the page's address, and leaves the rest of it, with the state that the
 * product's router keeps there, as it is.
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
    // Without the marks, which it puts back, Next.js hears of the new address.
    state = Object.fromEntries(Object.entries(state).filter(([key]) => !nextMarks.includes(key)));
  }
  history.replaceState(state, "", `${pathname}${rest && `?${rest}`}${hash}`);
}
