import type { Decorator } from "@storybook/react-vite";
import { emulateMedia, type MediaFeature } from "./emulate-media.ts";
import { directionOf } from "./languages.ts";
import type { StoryGlobals } from "./toolbars.ts";

const themeClasses = ["ak-theme-bold", "ak-theme-dense"];

function chosenFeatures({ motion, contrast, pointer }: StoryGlobals): Set<MediaFeature> {
  const chosen = new Set<MediaFeature>();
  if (motion === "reduced") chosen.add("reduced-motion");
  if (contrast === "more") chosen.add("more-contrast");
  if (contrast === "forced-colors") chosen.add("forced-colors");
  if (pointer === "touch") chosen.add("touch");
  return chosen;
}

/** Makes the page what the toolbar says: the kit itself is told nothing, it follows its host. */
export const withPage: Decorator = (Story, { globals, parameters }) => {
  const settings = globals as unknown as StoryGlobals;
  const { theme, scheme, direction, language, width } = settings;
  const root = document.documentElement;
  root.style.colorScheme = scheme === "system" ? "light dark" : scheme;
  root.lang = language;
  root.dir = direction === "auto" ? directionOf(language) : direction;
  root.classList.remove(...themeClasses);
  if (theme !== "neutral") root.classList.add(`ak-theme-${theme}`);
  emulateMedia(chosenFeatures(settings));
  if (parameters.layout === "fullscreen") return <Story />;
  return (
    <div className="story-column" style={{ maxInlineSize: width }}>
      <Story />
    </div>
  );
};
