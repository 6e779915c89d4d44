/*
 * The kit's icons, under the names that Lucide has for them: one path each, in a box of 16, drawn
 * with a round stroke of 1.5. They are strings, so that a bundle keeps only those that it uses.
 */

const circle = "M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z";

export const check = "m3.25 8.5 3.25 3.25 6.25-7";
export const chevronDown = "M4.5 6.25 8 9.75l3.5-3.5";
export const chevronLeft = "M9.75 4.5 6.25 8l3.5 3.5";
export const chevronRight = "M6.25 4.5 9.75 8l-3.5 3.5";
export const circleAlert = `${circle}M8 5v3.5M8 10.9h.01`;
export const circleCheck = `${circle}M5.5 8.2l1.8 1.8 3.2-3.8`;
export const circleQuestionMark =
  "M13.9 6.9A6 6 0 0 1 13.9 9.1M12.95 11.39A6 6 0 0 1 11.39 12.95M9.1 13.9A6 6 0 0 1 6.9 13.9M4.61 12.95A6 6 0 0 1 3.05 11.39M2.1 9.1A6 6 0 0 1 2.1 6.9M3.05 4.61A6 6 0 0 1 4.61 3.05M6.9 2.1A6 6 0 0 1 9.1 2.1M11.39 3.05A6 6 0 0 1 12.95 4.61M6.6 6.6A1.45 1.45 0 1 1 8.7 7.9c-.45.27-.7.55-.7 1M8 11h.01";
export const clock = `${circle}M8 4.75V8l2.25 1.5`;
export const ellipsis = "M3.5 8h.01M8 8h.01M12.5 8h.01";
export const layoutGrid =
  "M3.5 2.5H6a1 1 0 0 1 1 1V6a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1ZM10 2.5h2.5a1 1 0 0 1 1 1V6a1 1 0 0 1-1 1H10a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1ZM3.5 9H6a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM11.25 9v4.5M9 11.25h4.5";
export const lock =
  "M4.5 7h7a1.25 1.25 0 0 1 1.25 1.25v4A1.25 1.25 0 0 1 11.5 13.5h-7a1.25 1.25 0 0 1-1.25-1.25v-4A1.25 1.25 0 0 1 4.5 7ZM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2";
export const plug = "M6 1.75V5M10 1.75V5M4 5h8v2.25a4 4 0 0 1-8 0V5ZM8 11.25v3";
export const rotateCw = "M13.5 8A5.5 5.5 0 1 1 11.6 3.85L13.5 5.5M13.5 2.5v3h-3";
export const search = "M11.25 7a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0ZM10.25 10.25l3.25 3.25";
export const triangleAlert =
  "M7.13 2.9 1.8 12.1a1 1 0 0 0 .87 1.5h10.66a1 1 0 0 0 .87-1.5L8.87 2.9a1 1 0 0 0-1.74 0ZM8 6.5v3M8 11.5h.01";
export const unlink =
  "m9.6 4.6 1.1-1.1a2.35 2.35 0 0 1 3.3 3.3l-1.6 1.6M6.4 11.4l-1.1 1.1A2.35 2.35 0 0 1 2 9.2l1.6-1.6M2.75 2.75l10.5 10.5";
export const wifiOff =
  "M8 12.9h.01M5.75 10.5a3.2 3.2 0 0 1 4.5 0M3.5 8.1a6.4 6.4 0 0 1 2.9-1.7M12.5 8.1a6.4 6.4 0 0 0-1.75-1.25M1.4 5.75a9.4 9.4 0 0 1 2.75-1.85M14.6 5.75A9.4 9.4 0 0 0 7 3.15M2.25 2.25l11.5 11.5";
export const x = "m4.25 4.25 7.5 7.5M11.75 4.25l-7.5 7.5";
