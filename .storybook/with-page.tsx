import type { Decorator } from "@storybook/react-vite";
import { applyTheme, directionFor, dressPage } from "./dress-page.ts";
import type { StoryGlobals } from "./toolbars.ts";

/** The page that the toolbar describes, with the story as its main part. */
export const withPage: Decorator = (Story, { globals, viewMode }) => {
  const look = globals as unknown as StoryGlobals;
  if (viewMode === "docs") {
    applyTheme(look);
    // A docs page has a main part already, and only its stories follow the toolbar.
    return (
      <div
        className="story-column"
        lang={look.language}
        dir={directionFor(look)}
        data-scheme={look.scheme}
      >
        <Story />
      </div>
    );
  }
  dressPage(look);
  return (
    <main className="story-column">
      <Story />
    </main>
  );
};
