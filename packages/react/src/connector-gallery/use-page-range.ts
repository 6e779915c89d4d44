"use client";

import { useState } from "react";

/** Cards that one press of "Show more" adds. */
export const pageSize = 24;
/** Most cards in the document at once; beyond, the first ones make room. */
const maxCards = 16 * pageSize;

/** Which cards are in the document, of how many. */
export interface PageRange {
  from: number;
  to: number;
  /** How many cards the next press adds; 0 when all are shown. */
  next: number;
  /** How many cards a press at the top brings back. */
  previous: number;
  showNext: () => void;
  showPrevious: () => void;
}

/**
 * A page of cards that grows by "Show more".
 *
 * @param key Another one, e.g. of another search, starts again at the top.
 * @param onMore Called with the number of the last card after a press has added cards.
 */
export function usePageRange(total: number, key: string, onMore: (to: number) => void): PageRange {
  const [range, setRange] = useState({ key, from: 0, to: pageSize });
  const { from, to } = range.key === key ? range : { from: 0, to: pageSize };
  return {
    from,
    to: Math.min(to, total),
    next: Math.max(0, Math.min(pageSize, total - to)),
    previous: Math.min(pageSize, from),
    showNext: () => {
      const end = to + pageSize;
      setRange({ key, from: Math.max(from, end - maxCards), to: end });
      onMore(Math.min(end, total));
    },
    showPrevious: () => {
      const start = Math.max(0, from - pageSize);
      setRange({ key, from: start, to: Math.min(to, start + maxCards) });
    },
  };
}
