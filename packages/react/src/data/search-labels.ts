import { normalizeText } from "./search-text.ts";

/**
 * Ranks where a label contains a text: at its start, at the start of a word, inside a word, or
 * nowhere.
 */
function rank(label: string, typed: string): 0 | 1 | 2 | 3 {
  const at = label.indexOf(typed);
  if (at <= 0) return at === 0 ? 0 : 3;
  for (let next = at; next > 0; next = label.indexOf(typed, next + 1)) {
    if (!/[\p{L}\p{N}]/u.test(label.charAt(next - 1))) return 1;
  }
  return 2;
}

/**
 * Keeps the items whose label contains the typed text. Labels that start with it come first, then
 * those with a word that does. Equal matches keep their order.
 */
export function searchLabels<Labelled extends { label: string }>(
  all: readonly Labelled[],
  typed: string,
): Labelled[] {
  const text = normalizeText(typed.trim());
  const byRank: [Labelled[], Labelled[], Labelled[], Labelled[]] = [[], [], [], []];
  for (const one of all) byRank[rank(normalizeText(one.label), text)].push(one);
  return byRank.slice(0, 3).flat();
}
