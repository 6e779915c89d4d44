import type { Decorator } from "@storybook/react-vite";
import { dressPage } from "./dress-page.ts";
import type { StoryGlobals } from "./toolbars.ts";

/** The page that the toolbar describes, with the story as its main part. */
export const withPage: Decorator = (Story, { globals, viewMode }) => {
  dressPage(globals as unknown as StoryGlobals);
  // A docs page has a main part already, and several stories.
  const Column = viewMode === "docs" ? "div" : "main";
  return (
    <Column className="story-column">
      <Story />
    </Column>
  );
};
