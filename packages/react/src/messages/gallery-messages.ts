import type { Notice } from "./session-messages.ts";

/** Texts of `ConnectorGallery`. `name` is a connector's display name. */
export interface GalleryMessages {
  title: string;
  searchLabel: string;
  /** Placeholder; `count` is 0 while it is not known. */
  search: (count: number) => string;
  /**
   * Words that people search for, each with its English, which the catalog has: `{ Kalender:
   * "calendar" }`. Not shown anywhere.
   */
  searchWords: Readonly<Record<string, string>>;
  clearSearch: string;
  allCategories: string;
  /** Connectors without a category. */
  otherCategory: string;
  filterByCategory: string;
  findCategory: string;
  noCategory: (search: string) => string;
  featured: string;
  recent: string;
  more: string;
  results: (count: number, category: string | null) => string;
  /** Announced once a search has settled. */
  resultsStatus: (count: number) => string;
  showAll: string;
  connect: string;
  connectPlatform: (name: string) => string;
  addAnother: string;
  addAnotherPlatform: (name: string) => string;
  reconnect: string;
  reconnectPlatform: (name: string) => string;
  tryAgain: string;
  tryConnectingAgain: (name: string) => string;
  connected: (count: number) => string;
  needsAttention: string;
  notConnected: string;
  unavailable: string;
  showMore: (count: number) => string;
  showEarlier: (count: number) => string;
  shown: (shown: number, total: number) => string;
  loading: string;
  noMatch: (search: string) => string;
  noMatchInCategory: (search: string, category: string) => string;
  /** Before and after the button that carries the suggested name. */
  didYouMean: readonly [before: string, after: string];
  noMatchHint: string;
  clear: string;
  empty: Notice;
  error: Notice;
  reference: string;
  /** `null`: older than any answer of this page. */
  stale: (time: string | null) => string;
  refresh: string;
  offline: string;
}
