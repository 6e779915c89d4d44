import type { Connector } from "@authkit-ui/contract";
import { letterMask, normalizeText, wordsOf } from "./search-text.ts";

/** Words to search in. */
export interface Words {
  words: readonly string[];
  /** Each after a space: `" google calendar"` has `" cal"` in it, as a word begins so. */
  spaced: string;
  /** Of each word. */
  letters: readonly number[];
}

/** A connector, prepared for being compared with what is typed. */
export interface SearchEntry {
  connector: Connector;
  platform: string;
  name: Words;
  /** The name without anything between its words, and its letters. */
  compactName: string;
  letters: number;
  /** Of category and tags. */
  other: Words;
}

interface SearchIndex {
  entries: SearchEntry[];
  /** Categories and tags recur: each set of them is taken apart once. */
  others: Map<string, Words>;
}

const indexes = new WeakMap<readonly Connector[], SearchIndex>();

function tokenize(text: string): Words {
  const words = wordsOf(normalizeText(text));
  return { words, spaced: ["", ...words].join(" "), letters: words.map(letterMask) };
}

function otherWordsOf({ category, tags }: Connector, { others }: SearchIndex): Words {
  // Left out by a server, they must not take the page down at the first letter.
  const text = [category ?? "", ...(tags ?? [])].join(" ");
  const known = others.get(text) ?? tokenize(text);
  others.set(text, known);
  return known;
}

function entryOf(connector: Connector, index: SearchIndex): SearchEntry {
  const name = tokenize(connector.name);
  return {
    connector,
    platform: normalizeText(connector.platform),
    name,
    compactName: name.words.join(""),
    letters: name.letters.reduce((all, some) => all | some, 0),
    other: otherWordsOf(connector, index),
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
