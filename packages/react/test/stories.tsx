import { type ComponentType, cloneElement, type ReactElement } from "react";
import type { ConnectorGalleryViewProps } from "../src/connector-gallery/connector-gallery-view.tsx";

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
    "../src/parts/*.stories.tsx",
    "../src/parts/connector-logo.stories.tsx",
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

/** Three rows of a wide gallery. */
const few = 9;

/** A gallery's story with fewer cards that are all alike; any other as it is. */
export function withFewCards(story: ReactElement): ReactElement {
  const { results } = story.props as Partial<ConnectorGalleryViewProps>;
  if (!results || results.range.to - results.range.from <= few) return story;
  const { range, total } = results;
  const to = range.from + few;
  const next = Math.max(range.next, Math.min(24, total - to));
  const shorter: Partial<ConnectorGalleryViewProps> = {
    results: { ...results, range: { ...range, to, next } },
  };
  return cloneElement(story as ReactElement<object>, shorter);
}
