import { emulateMedia, type MediaFeature } from "./emulate-media.ts";
import { directionOf } from "./languages.ts";
import type { StoryGlobals } from "./toolbars.ts";

/** What a page looks like to the kit, which is told nothing of it and follows its host. */
export type Look = Pick<
  StoryGlobals,
  "theme" | "scheme" | "direction" | "language" | "motion" | "contrast" | "pointer"
>;

const themeClasses = ["ak-theme-bold", "ak-theme-dense", "ak-theme-halyard"];

function chosenFeatures({ motion, contrast, pointer }: Look): Set<MediaFeature> {
  const chosen = new Set<MediaFeature>();
  if (motion === "reduced") chosen.add("reduced-motion");
  if (contrast === "more") chosen.add("more-contrast");
  if (contrast === "forced-colors") chosen.add("forced-colors");
  if (pointer === "touch") chosen.add("touch");
  return chosen;
}

/** The direction that the toolbar asks for. */
export const directionFor = ({ direction, language }: Look): "ltr" | "rtl" =>
  direction === "auto" ? directionOf(language) : direction;

/** Gives the page the theme and the media features of the toolbar. */
export function applyTheme(look: Look): void {
  const { classList } = document.documentElement;
  classList.remove(...themeClasses);
  if (look.theme !== "neutral") classList.add(`ak-theme-${look.theme}`);
  emulateMedia(chosenFeatures(look));
}

/** Makes the page what the toolbar says. */
export function dressPage(look: Look): void {
  const root = document.documentElement;
  root.style.colorScheme = look.scheme === "system" ? "light dark" : look.scheme;
  root.lang = look.language;
  root.dir = directionFor(look);
  applyTheme(look);
}

/** Makes the page what Storybook's own pages are: English, in the system's scheme. */
export function undressPage(): void {
  const root = document.documentElement;
  root.style.colorScheme = "";
  root.lang = "en";
  root.dir = "ltr";
}
