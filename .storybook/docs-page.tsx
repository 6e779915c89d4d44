import {
  Anchor,
  Canvas,
  Controls,
  Description,
  DocsContainer,
  type DocsContainerProps,
  DocsContext,
  Heading,
  Primary,
  Subheading,
  Title,
  useOf,
} from "@storybook/addon-docs/blocks";
import { type PropsWithChildren, useContext, useLayoutEffect } from "react";
import { storyNameFromExport } from "storybook/internal/csf";
import { undressPage } from "./dress-page.ts";
import { inWords } from "./story-name.ts";

/** Every docs page. A story that was open before has left its language and scheme on the page. */
export function DocsFrame(props: PropsWithChildren<DocsContainerProps>) {
  useLayoutEffect(undressPage, []);
  return <DocsContainer {...props} />;
}

/**
 * A component's page: its first story with all props, then each other story. The captions are those of
 * the sidebar, where Storybook's own page writes them in title case.
 */
export function DocsPage() {
  const { componentStories } = useContext(DocsContext);
  const { csfFile } = useOf("meta", ["meta"]);
  const exported = Object.entries<unknown>(csfFile.moduleExports);
  const [first, ...others] = componentStories().filter(({ tags }) => tags.includes("autodocs"));

  function captionOf({ name, moduleExport }: { name: string; moduleExport: unknown }) {
    const [exportName = ""] = exported.find(([, value]) => value === moduleExport) ?? [];
    return name === storyNameFromExport(exportName) ? inWords(exportName) : name;
  }

  return (
    <>
      <Title />
      <Description of="meta" />
      <Primary />
      {first && <Description of={first.moduleExport} />}
      <Controls />
      {others.length > 0 && <Heading>Stories</Heading>}
      {others.map((story) => (
        <Anchor key={story.id} storyId={story.id}>
          <Subheading>{captionOf(story)}</Subheading>
          <Description of={story.moduleExport} />
          <Canvas of={story.moduleExport} />
        </Anchor>
      ))}
    </>
  );
}
