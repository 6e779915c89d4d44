import { html } from "hono/html";

const icon = (path: string, size = 20) =>
  html`<svg width="${size}" height="${size}" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;

export const closeIcon = icon("m5 5 10 10M15 5 5 15");
export const backIcon = icon("M12.5 4.5 7 10l5.5 5.5");
export const searchIcon = icon("M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7L17 17", 18);
export const chevronIcon = icon("m8 5 5 5-5 5", 16);
export const tickIcon = icon("m4.5 10.5 3.5 3.5 7.5-8", 26);
export const alertIcon = icon("M10 6v5m0 3v.01M10 2.5 1.8 16.7h16.4L10 2.5Z", 26);
