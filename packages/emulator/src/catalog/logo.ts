import { html, raw } from "hono/html";
import { markOfPlatform, marks } from "./logo-marks.ts";

const markOf = (platform: string) => marks[markOfPlatform[platform] ?? ""];

/** Whether the emulator has a mark of the platform, or only its initials. */
export const hasMark = (platform: string): boolean => markOf(platform) !== undefined;

/**
 * A platform's logo as SVG: its mark from SVG Logos or Simple Icons, or a monogram. Upstream's own
 * logo files are not ours to ship.
 */
export function logo(platform: string, name: string): string {
  const mark = markOf(platform);
  return String(mark ? markSvg(mark) : monogramSvg(platform, name));
}

const markSvg = ({ viewBox, body }: { viewBox: string; body: string }) =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${raw(body)}</svg>`;

function monogramSvg(platform: string, name: string) {
  const hue = [...platform].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const letters = initials(name);
  const size = letters.length === 1 ? 20 : 15;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><text x="12" y="${12 + size * 0.36}" font-family="system-ui, sans-serif" font-size="${size}" font-weight="700" text-anchor="middle" fill="hsl(${hue} 55% 36%)">${letters}</text></svg>`;
}

function initials(name: string): string {
  const [first = "", second = ""] = name.split(/[\s.]+/).map((word) => [...word][0] ?? "");
  return (first + second).toUpperCase() || "?";
}
