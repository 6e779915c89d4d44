import type { Connector } from "@authkit-ui/contract";
import { type SearchEntry, searchEntries } from "./search-index.ts";
import { foldText, isNear, lacksTooMany, lettersOf, typosAllowed, wordsOf } from "./search-text.ts";

const starts = (words: readonly string[], start: string) =>
  words.some((word) => word.startsWith(start));

/** How well an entry fits all words, in any order; 0 when one of them fits nowhere. */
function rank(entry: SearchEntry, words: readonly string[], compact: string): number {
  if (entry.compactName === compact) return 6;
  if (entry.compactName.startsWith(compact)) return 5;
  if (words.every((word) => starts(entry.nameWords, word))) return 4;
  if (entry.compactName.includes(compact) || entry.platform.includes(compact)) return 3;
  const fits = words.every(
    (word) =>
      entry.name.includes(word) || entry.platform.includes(word) || starts(entry.otherWords, word),
  );
  return fits ? 2 : 0;
}

/** What was typed, prepared for comparing it with many words. */
interface TypedWord {
  text: string;
  letters: number;
  limit: number;
}

const typedWord = (text: string): TypedWord => ({
  text,
  letters: lettersOf(text),
  limit: typosAllowed(text.length),
});

const isLike = ({ text, letters, limit }: TypedWord, word: string, itsLetters: number) =>
  !lacksTooMany(letters, itsLetters, limit) &&
  (word.startsWith(text) || isNear(text, word, limit, true));

/** As {@link rank}, with small typos allowed: 1 or 0. */
function rankWithTypos(
  entry: SearchEntry,
  words: readonly TypedWord[],
  compact: TypedWord,
): number {
  if (isLike(compact, entry.compactName, entry.letters)) return 1;
  const { nameWords, otherWords, wordLetters } = entry;
  for (const word of words) {
    let fits = false;
    for (let i = 0; i < wordLetters.length && !fits; i += 1) {
      const other = nameWords[i] ?? otherWords[i - nameWords.length] ?? "";
      fits = isLike(word, other, wordLetters[i] ?? 0);
    }
    if (!fits) return 0;
  }
  return 1;
}

function best(
  entries: readonly SearchEntry[],
  rankOf: (entry: SearchEntry) => number,
): Connector[] {
  const found: { connector: Connector; rank: number }[] = [];
  for (const entry of entries) {
    const value = rankOf(entry);
    if (value > 0) found.push({ connector: entry.connector, rank: value });
  }
  // Sorting is stable: equals keep the order of the catalog.
  return found.sort((a, b) => b.rank - a.rank).map(({ connector }) => connector);
}

/**
 * Connectors that fit what was typed, the best first: by name, platform, category or tag, in any
 * order of words, whatever case and accents. Small typos count only where nothing fits exactly.
 *
 * @param connectors Pass the same array again: what it needs to be searched is kept with it.
 * @example
 * searchConnectors(connectors, "calender google"); // Google Calendar
 */
export function searchConnectors(
  connectors: readonly Connector[],
  query: string,
): readonly Connector[] {
  if (query.trim() === "") return connectors;
  const words = wordsOf(foldText(query));
  if (words.length === 0) return [];
  const compact = words.join("");
  const index = searchEntries(connectors);
  const exact = best(index, (entry) => rank(entry, words, compact));
  if (exact.length > 0) return exact;
  const typed = words.map(typedWord);
  const typedCompact = typedWord(compact);
  return best(index, (entry) => rankWithTypos(entry, typed, typedCompact));
}

/** The connector whose name is nearest to what was typed, when nothing fits; `null` if none is. */
export function suggestConnector(
  connectors: readonly Connector[],
  query: string,
): Connector | null {
  const compact = wordsOf(foldText(query)).join("");
  const most = Math.min(4, Math.floor(compact.length * 0.4));
  const letters = lettersOf(compact);
  for (let limit = 1; limit <= most; limit += 1) {
    const entry = searchEntries(connectors).find(
      (other) =>
        !lacksTooMany(letters, other.letters, limit) && isNear(compact, other.compactName, limit),
    );
    if (entry) return entry.connector;
  }
  return null;
}
