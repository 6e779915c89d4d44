import type { TokenPage } from "./parse-rows.ts";

/** How long a prefetched page can be used, in milliseconds. */
const prefetchedLifetimeMs = 10_000;
/** How many later pages are prefetched at most. */
const maxPrefetchedPages = 9;
/** How many tokens have prefetched pages at most. The oldest lose theirs first. */
const maxPrefetchedTokens = 100;

interface PrefetchedToken {
  /** The pages that were not asked for yet, by number. */
  pages: Map<number, TokenPage>;
  until: number;
}

/** Fetches one page of a token. */
export type FetchTokenPage = (page: number) => Promise<TokenPage>;

/**
 * Reads tokens page by page. AuthKit's page asks for the next page only once it has the last one, and
 * shows its list once it has all. So the later pages are fetched beside the first one, as many as the
 * last token had.
 *
 * The first page is answered once they are there: some hosts stop what is still running after an answer.
 *
 * @param now The time in milliseconds.
 * @returns `read(owner, page, fetchPage)`, where `owner` is the same only for the same token.
 */
export function createPagePrefetch(now: () => number) {
  const tokens = new Map<string, PrefetchedToken>();
  let pageCount = 1;

  function removeOldTokens(): void {
    for (const [owner, { until }] of tokens) {
      if (until > now() && tokens.size <= maxPrefetchedTokens) return;
      tokens.delete(owner);
    }
  }

  function takePrefetched(owner: string, page: number): TokenPage | undefined {
    removeOldTokens();
    const pages = tokens.get(owner)?.pages;
    const prefetched = pages?.get(page);
    pages?.delete(page);
    return prefetched;
  }

  async function readFirst(owner: string, fetchPage: FetchTokenPage): Promise<TokenPage> {
    const pages: PrefetchedToken["pages"] = new Map();
    async function prefetch(page: number) {
      // Whoever asks for a page that is missing fetches it again.
      const prefetched = await fetchPage(page).catch(() => null);
      if (prefetched) pages.set(page, prefetched);
    }
    const later = Math.min(pageCount - 1, maxPrefetchedPages);
    const [first] = await Promise.all([
      fetchPage(1),
      ...Array.from({ length: later }, (_, index) => prefetch(index + 2)),
    ]);
    pageCount = first.pages;
    tokens.delete(owner);
    if (pages.size > 0) tokens.set(owner, { pages, until: now() + prefetchedLifetimeMs });
    removeOldTokens();
    return first;
  }

  return async (owner: string, page: number, fetchPage: FetchTokenPage): Promise<TokenPage> =>
    page === 1 ? readFirst(owner, fetchPage) : (takePrefetched(owner, page) ?? fetchPage(page));
}
