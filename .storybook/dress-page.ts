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

/** Makes the page what the toolbar says. */
export function dressPage(look: Look): void {
  const { theme, scheme, direction, language } = look;
  const root = document.documentElement;
  root.style.colorScheme = scheme === "system" ? "light dark" : scheme;
  root.lang = language;
  root.dir = direction === "auto" ? directionOf(language) : direction;
  root.classList.remove(...themeClasses);
  if (theme !== "neutral") root.classList.add(`ak-theme-${theme}`);
  emulateMedia(chosenFeatures(look));
}
