import type { Connector } from "@authkit-ui/contract";
import { searchEntries } from "./search-index.ts";
import {
  exceedsEditBudget,
  isWithinEditDistance,
  letterMask,
  normalizeText,
  wordsOf,
} from "./search-text.ts";

/** The connector whose name is nearest to what was typed, when nothing fits; `null` if none is. */
export function suggestConnector(
  connectors: readonly Connector[],
  query: string,
): Connector | null {
  const compact = wordsOf(normalizeText(query)).join("");
  const most = Math.min(4, Math.floor(compact.length * 0.4));
  const letters = letterMask(compact);
  for (let limit = 1; limit <= most; limit += 1) {
    const entry = searchEntries(connectors).find(
      (other) =>
        !exceedsEditBudget(letters, other.letters, limit) &&
        isWithinEditDistance(compact, other.compactName, limit),
    );
    if (entry) return entry.connector;
  }
  return null;
}
