/*
 * The kit's own set: one path each, in a box of 16, drawn with a round stroke of 1.5. As plain
 * strings, so that a bundle keeps only those that it uses; in three files, so that what comes later
 * does not bring its own into what comes first.
 */
export const disc = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z";

export const down = "M4.5 6.25 8 9.75l3.5-3.5";
export const ok = `${disc}M5.5 8.2l1.8 1.8 3.2-3.8`;
export const warn =
  "M7.13 2.9 1.8 12.1a1 1 0 0 0 .87 1.5h10.66a1 1 0 0 0 .87-1.5L8.87 2.9a1 1 0 0 0-1.74 0ZM8 6.5v3M8 11.5h.01";
export const stop = `${disc}M8 5v3.5M8 10.9h.01`;
