import { disc } from "./icons.ts";

/* Of the list and the gallery, in the manner of `icons.ts`. */

export const search = "M11.25 7a4.25 4.25 0 1 1-8.5 0 4.25 4.25 0 0 1 8.5 0ZM10.25 10.25l3.25 3.25";
export const retry = "M13.5 8A5.5 5.5 0 1 1 11.6 3.85L13.5 5.5M13.5 2.5v3h-3";
export const dots = "M3.5 8h.01M8 8h.01M12.5 8h.01";
export const clock = `${disc}M8 4.75V8l2.25 1.5`;
export const offline =
  "M8 12.9h.01M5.75 10.5a3.2 3.2 0 0 1 4.5 0M3.5 8.1a6.4 6.4 0 0 1 2.9-1.7M12.5 8.1a6.4 6.4 0 0 0-1.75-1.25M1.4 5.75a9.4 9.4 0 0 1 2.75-1.85M14.6 5.75A9.4 9.4 0 0 0 7 3.15M2.25 2.25l11.5 11.5";
export const plug = "M6 1.75V5M10 1.75V5M4 5h8v2.25a4 4 0 0 1-8 0V5ZM8 11.25v3";
export const blocks =
  "M3.5 2.5H6a1 1 0 0 1 1 1V6a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1ZM10 2.5h2.5a1 1 0 0 1 1 1V6a1 1 0 0 1-1 1H10a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1ZM3.5 9H6a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H3.5a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1ZM11.25 9v4.5M9 11.25h4.5";
