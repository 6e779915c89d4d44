import type { Connector } from "@authkit-ui/contract";
import { foldText, isNear, typosAllowed, wordsOf } from "./search-text.ts";

interface Entry {
  connector: Connector;
  /** Folded name, and the same without anything between its words. */
  name: string;
  compactName: string;
  platform: string;
  nameWords: string[];
  otherWords: string[];
}

const indexes = new WeakMap<readonly Connector[], Entry[]>();

/** Folding ten thousand names costs more than comparing them: it is done once a catalog. */
function indexOf(connectors: readonly Connector[]): Entry[] {
  const known = indexes.get(connectors);
  if (known) return known;
  const index = connectors.map((connector) => {
    const name = foldText(connector.name);
    const nameWords = wordsOf(name);
    return {
      connector,
      name,
      compactName: nameWords.join(""),
      platform: foldText(connector.platform),
      nameWords,
      otherWords: wordsOf(foldText([connector.category ?? "", ...connector.tags].join(" "))),
    };
  });
  indexes.set(connectors, index);
  return index;
}

const starts = (words: readonly string[], start: string) =>
  words.some((word) => word.startsWith(start));

/** How well an entry fits all words, in any order; 0 when one of them fits nowhere. */
function rank(entry: Entry, words: readonly string[], compact: string): number {
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

/** As {@link rank}, with small typos allowed: 1 or 0. */
function rankWithTypos(entry: Entry, words: readonly string[], compact: string): number {
  if (isNear(compact, entry.compactName, typosAllowed(compact.length), true)) return 1;
  const fits = words.every((word) => {
    const limit = typosAllowed(word.length);
    const isLike = (other: string) => other.startsWith(word) || isNear(word, other, limit, true);
    return entry.nameWords.some(isLike) || (limit > 0 && entry.otherWords.some(isLike));
  });
  return fits ? 1 : 0;
}

function best(entries: readonly Entry[], rankOf: (entry: Entry) => number): Connector[] {
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
  const words = wordsOf(foldText(query));
  if (words.length === 0) return query.trim() === "" ? connectors : [];
  const compact = words.join("");
  const index = indexOf(connectors);
  const exact = best(index, (entry) => rank(entry, words, compact));
  return exact.length > 0 ? exact : best(index, (entry) => rankWithTypos(entry, words, compact));
}

/** The connector whose name is nearest to what was typed, when nothing fits; `null` if none is. */
export function suggestConnector(
  connectors: readonly Connector[],
  query: string,
): Connector | null {
  const compact = wordsOf(foldText(query)).join("");
  const most = Math.min(4, Math.floor(compact.length * 0.4));
  for (let limit = 1; limit <= most; limit += 1) {
    const entry = indexOf(connectors).find(({ compactName }) =>
      isNear(compact, compactName, limit),
    );
    if (entry) return entry.connector;
  }
  return null;
}
