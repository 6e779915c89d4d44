import type { ComponentType, ReactElement } from "react";

interface Story {
  args?: object;
  render?: (args: object) => ReactElement;
}

interface StoryFile {
  default: Story & { title: string; component: ComponentType<object> };
  [name: string]: Story;
}

/** One story, as Storybook would show it. */
export interface ComposedStory {
  /** E.g. `ConnectButton/States: Idle`. */
  name: string;
  element: ReactElement;
}

const files = import.meta.glob<StoryFile>(
  [
    "../src/**/*-view.stories.tsx",
    "../src/connections/{connection-badge,disconnect-dialog}.stories.tsx",
    "../src/connectors/connector-logo.stories.tsx",
  ],
  { eager: true },
);

/** Every story that needs no server: what designers review is what is tested. */
export const stories: ComposedStory[] = Object.values(files).flatMap(({ default: meta, ...rest }) =>
  Object.entries(rest).map(([name, story]) => {
    const args = { ...meta.args, ...story.args };
    const render = story.render ?? meta.render;
    const Component = meta.component;
    return {
      name: `${meta.title}: ${name}`,
      element: render ? render(args) : <Component {...args} />,
    };
  }),
);
