import type { Connector } from "@authkit-ui/contract";
import { type SearchEntry, searchEntries, type Words } from "./search-index.ts";
import {
  exceedsEditBudget,
  isWithinEditDistance,
  letterMask,
  normalizeText,
  typosAllowed,
  wordsOf,
} from "./search-text.ts";

/** How well an entry fits what was typed, taken as one word; 0 when that fits nowhere. */
function score(entry: SearchEntry, typed: string, beginning: string): number {
  const { name, compactName, platform, other } = entry;
  const at = compactName.indexOf(typed);
  if (compactName === typed || entry.synonyms?.includes(`${beginning} `)) return 6;
  if (at === 0) return 5;
  if (at > 0) return name.spaced.includes(beginning) ? 4 : 3;
  if (platform.includes(typed)) return 3;
  return other.spaced.includes(beginning) ? 2 : 0;
}

/** As {@link score}, for several words in any order; 0 when one of them fits nowhere. */
function scoreWords({ name, platform, other }: SearchEntry, words: readonly string[]): number {
  if (words.every((word) => name.spaced.includes(` ${word}`))) return 4;
  const fits = words.every(
    (word) =>
      name.spaced.includes(word) || platform.includes(word) || other.spaced.includes(` ${word}`),
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
  letters: letterMask(text),
  limit: typosAllowed(text.length),
});

const isLike = ({ text, letters, limit }: TypedWord, word: string, itsLetters: number) =>
  !exceedsEditBudget(letters, itsLetters, limit) &&
  (word.startsWith(text) || isWithinEditDistance(text, word, limit, true));

const isIn = (word: TypedWord, { words, letters }: Words) =>
  words.some((other, at) => isLike(word, other, letters[at] ?? 0));

/** As {@link scoreWords}, with small typos allowed: 1 or 0. */
function scoreWithTypos(
  entry: SearchEntry,
  words: readonly TypedWord[],
  compact: TypedWord,
): number {
  if (isLike(compact, entry.compactName, entry.letters)) return 1;
  const fits = words.every((word) => isIn(word, entry.name) || isIn(word, entry.other));
  return Number(fits);
}

/**
 * Connectors with a score, the highest first. Equal scores put preferred platforms first, then keep
 * the catalog's order.
 */
function sortByScore(
  entries: readonly SearchEntry[],
  preferred: ReadonlySet<string> | undefined,
  scoreOf: (entry: SearchEntry) => number,
): Connector[] {
  const byScore: Connector[][] = Array.from({ length: 12 }, () => []);
  for (const entry of entries) {
    const score = scoreOf(entry);
    if (score === 0) continue;
    const { connector } = entry;
    byScore[2 * (6 - score) + (preferred?.has(connector.platform) ? 0 : 1)]?.push(connector);
  }
  return byScore.flat();
}

/**
 * What was typed, with the words that a dictionary has in English. From three letters on, the
 * beginning of a word is enough. `null` when it has none of them.
 */
function translate(
  typed: readonly string[],
  dictionary: Readonly<Record<string, string>>,
): string[] | null {
  const entries = Object.entries(dictionary).map(
    ([word, english]) => [normalizeText(word), normalizeText(english)] as const,
  );
  const english = typed.map((text) => {
    const found =
      entries.find(([word]) => word === text) ??
      entries.find(([word]) => text.length >= 3 && word.startsWith(text));
    return found?.[1];
  });
  if (english.every((word) => word === undefined)) return null;
  return typed.map((text, at) => english[at] ?? text);
}

/** As {@link score} and {@link scoreWords}, whichever is higher. */
function scoreExactly(words: readonly string[]): (entry: SearchEntry) => number {
  const compact = words.join("");
  const beginning = ` ${compact}`;
  return (entry) => {
    const asOne = score(entry, compact, beginning);
    return words.length === 1 ? asOne : Math.max(asOne, scoreWords(entry, words));
  };
}

/**
 * Connectors that fit what was typed, the best first: by name, platform, category, tag, or a common
 * word for it ("spreadsheet"), in any order of words, whatever case and accents. Small typos count
 * only where nothing fits exactly.
 *
 * @param connectors Pass the same array each time: its search index is cached by it.
 * @param query What was typed.
 * @param preferred Platforms that come first among equal matches, e.g. those that are connected.
 * @param searchWords Words that people also search with, each with its English, e.g. a language's
 * `gallery.searchWords`.
 * @example
 * searchConnectors(connectors, "calender google"); // Google Calendar
 */
export function searchConnectors(
  connectors: readonly Connector[],
  query: string,
  preferred?: ReadonlySet<string> | undefined,
  searchWords?: Readonly<Record<string, string>> | undefined,
): readonly Connector[] {
  if (query.trim() === "") return connectors;
  const words = wordsOf(normalizeText(query));
  if (words.length === 0) return [];
  const compact = words.join("");
  const index = searchEntries(connectors);
  const scoreTyped = scoreExactly(words);
  const english = searchWords ? translate(words, searchWords) : null;
  const scoreEnglish = english && scoreExactly(english);
  const exact = sortByScore(index, preferred, (entry) =>
    Math.max(scoreTyped(entry), scoreEnglish?.(entry) ?? 0),
  );
  if (exact.length > 0 || typosAllowed(compact.length) === 0) return exact;
  const typed = words.map(typedWord);
  const typedCompact = typedWord(compact);
  return sortByScore(index, preferred, (entry) => scoreWithTypos(entry, typed, typedCompact));
}

/** The connector whose name is nearest to what was typed, when nothing fits; `null` if none is. */
export function suggestConnector(
  connectors: readonly Connector[],
  query: string,
): Connector | null {
  const compact = wordsOf(normalizeText(query)).join("");
  const maxEdits = Math.min(4, Math.floor(compact.length * 0.4));
  const letters = letterMask(compact);
  for (let limit = 1; limit <= maxEdits; limit += 1) {
    const entry = searchEntries(connectors).find(
      (other) =>
        !exceedsEditBudget(letters, other.letters, limit) &&
        isWithinEditDistance(compact, other.compactName, limit),
    );
    if (entry) return entry.connector;
  }
  return null;
}
