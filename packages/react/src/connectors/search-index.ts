import type { Connector } from "@authkit-ui/contract";
import { foldText, lettersOf, wordsOf } from "./search-text.ts";

/** A connector, prepared for being compared with what is typed. */
export interface SearchEntry {
  connector: Connector;
  /** Folded name, and the same without anything between its words. */
  name: string;
  compactName: string;
  platform: string;
  nameWords: string[];
  otherWords: readonly string[];
  /** Of the whole name, and of each word: names first, then the others. */
  letters: number;
  wordLetters: number[];
}

interface Words {
  words: readonly string[];
  letters: readonly number[];
}

interface SearchIndex {
  entries: SearchEntry[];
  /** Categories and tags recur: each set of them is taken apart once. */
  others: Map<string, Words>;
}

const indexes = new WeakMap<readonly Connector[], SearchIndex>();

function otherWordsOf({ category, tags }: Connector, { others }: SearchIndex): Words {
  const text = [category ?? "", ...tags].join(" ");
  const known = others.get(text);
  if (known) return known;
  const words = wordsOf(foldText(text));
  const found = { words, letters: words.map(lettersOf) };
  others.set(text, found);
  return found;
}

function entryOf(connector: Connector, index: SearchIndex): SearchEntry {
  const name = foldText(connector.name);
  const nameWords = wordsOf(name);
  const other = otherWordsOf(connector, index);
  return {
    connector,
    name,
    compactName: nameWords.join(""),
    platform: foldText(connector.platform),
    nameWords,
    otherWords: other.words,
    letters: lettersOf(name),
    wordLetters: [...nameWords.map(lettersOf), ...other.letters],
  };
}

/**
 * Prepares a catalog until there is no time left; `true` when it is done. Folding ten thousand names
 * costs more than comparing them: it is done once a catalog.
 */
export function prepareSearch(connectors: readonly Connector[], hasTime: () => boolean): boolean {
  const index: SearchIndex = indexes.get(connectors) ?? { entries: [], others: new Map() };
  indexes.set(connectors, index);
  const { entries } = index;
  while (entries.length < connectors.length) {
    // Asking for the time costs as much as an entry.
    if (entries.length % 64 === 0 && !hasTime()) return false;
    const connector = connectors[entries.length];
    if (connector) entries.push(entryOf(connector, index));
  }
  return true;
}

/** The whole catalog, prepared, whatever it takes. */
export function searchEntries(connectors: readonly Connector[]): readonly SearchEntry[] {
  prepareSearch(connectors, () => true);
  return indexes.get(connectors)?.entries ?? [];
}
