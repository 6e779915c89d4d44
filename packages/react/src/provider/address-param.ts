/** Reads a search parameter of the page's address. */
export const addressParam = (name: string): string | null =>
  new URLSearchParams(location.search).get(name);
