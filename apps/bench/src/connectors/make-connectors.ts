import type { Connector } from "@authkit-ui/contract";

const syllables = "al an ber cor da den el fin gra hub in jet kal li mar nex or pay qua ri".split(
  " ",
);
const endings = ["", "", "", " Cloud", " CRM", " Desk", " Mail", " HQ", " Analytics"];
const categories = [
  "CRM",
  "Email",
  "Marketing",
  "Payments",
  "Storage",
  "Support",
  "Analytics",
  "Calendar",
  null,
];

/** Deterministic numbers from 0 up to 1 (mulberry32), the same for the same seed everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A catalog of `count` made connectors, A–Z, the same at every call: names of two to four
 * syllables, all different, in the shape that the server gives. Each has its own logo address
 * below `logoOrigin`, as in life, where no two products share one.
 */
export function makeConnectors(count: number, logoOrigin: string): Connector[] {
  const random = createRandom(count);
  const pick = <Value>(values: readonly [Value, ...Value[]] | Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const names = new Set<string>();
  while (names.size < count) {
    const length = 2 + Math.floor(random() * 3);
    const word = Array.from({ length }, () => pick(syllables)).join("");
    names.add(`${word.charAt(0).toUpperCase()}${word.slice(1)}${pick(endings)}`);
  }
  return [...names]
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map((name) => {
      const platform = name.toLowerCase().replaceAll(" ", "-");
      return {
        platform,
        name,
        category: pick(categories),
        image: `${logoOrigin}/logos/${platform}.svg`,
        description: `Connect ${name} to read and write its records.`,
        oauth: random() < 0.5,
        tags: [],
        actionCount: 1 + Math.floor(random() * 400),
      };
    });
}
