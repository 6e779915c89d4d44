"use client";

import { useState } from "react";

/** Cards that one press of "Show more" adds. */
const pageSize = 24;
/** Most cards in the document at once; beyond, the first ones make room. */
const most = 16 * pageSize;

/** Which cards are in the document, of how many. */
export interface PageWindow {
  from: number;
  to: number;
  /** How many the next press adds; 0 when all are shown. */
  next: number;
  /** How many a press at the top brings back. */
  previous: number;
  showNext: () => void;
  showPrevious: () => void;
}

/** A growing page of cards. Another `subject`, e.g. another search, starts again at the top. */
export function usePageWindow(total: number, subject: string): PageWindow {
  const [range, setRange] = useState({ subject, from: 0, to: pageSize });
  const { from, to } = range.subject === subject ? range : { from: 0, to: pageSize };
  return {
    from,
    to: Math.min(to, total),
    next: Math.max(0, Math.min(pageSize, total - to)),
    previous: Math.min(pageSize, from),
    showNext: () => {
      const end = to + pageSize;
      setRange({ subject, from: Math.max(from, end - most), to: end });
    },
    showPrevious: () => {
      const start = Math.max(0, from - pageSize);
      setRange({ subject, from: start, to: Math.min(to, start + most) });
    },
  };
}
