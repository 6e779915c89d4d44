import type { Connector } from "@authkit-ui/contract";
import { letterMask, normalizeText, wordsOf } from "./search-text.ts";
import { synonyms } from "./synonyms.ts";

/** A text, split into words to search in. */
export interface Words {
  words: readonly string[];
  /** Each word after a space, so that `" cal"` finds where a word begins: `" google calendar"`. */
  spaced: string;
  /** The letter mask of each word. */
  letters: readonly number[];
}

/** A connector, prepared for being compared with what is typed. */
export interface SearchEntry {
  connector: Connector;
  platform: string;
  name: Words;
  /** The name without anything between its words. */
  compactName: string;
  /** The letter mask of the whole name. */
  letters: number;
  /** Synonyms of the name, each after a space as in {@link Words}. Mostly empty. */
  synonyms: string | undefined;
  /** Words of the category, the tags and the synonyms. */
  other: Words;
}

const indexes = new WeakMap<readonly Connector[], readonly SearchEntry[]>();

function tokenize(text: string): Words {
  const words = wordsOf(normalizeText(text));
  return { words, spaced: ["", ...words].join(" "), letters: words.map(letterMask) };
}

function createIndex(connectors: readonly Connector[]): SearchEntry[] {
  // Many connectors have the same category and tags.
  const others = new Map<string, Words>();
  return connectors.map((connector) => {
    const name = tokenize(connector.name);
    // A server may leave both out.
    const known = Object.hasOwn(synonyms, connector.platform)
      ? synonyms[connector.platform]
      : undefined;
    const otherText = [connector.category ?? "", ...(connector.tags ?? []), known].join(" ");
    const other = others.get(otherText) ?? tokenize(otherText);
    others.set(otherText, other);
    return {
      connector,
      platform: normalizeText(connector.platform),
      name,
      compactName: name.words.join(""),
      letters: name.letters.reduce((all, some) => all | some, 0),
      synonyms: known && ` ${known} `,
      other,
    };
  });
}

/** The search index of a catalog, made once per array. */
export function searchEntries(connectors: readonly Connector[]): readonly SearchEntry[] {
  const index = indexes.get(connectors) ?? createIndex(connectors);
  indexes.set(connectors, index);
  return index;
}
