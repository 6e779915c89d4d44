import { useMessages } from "@authkit-ui/react";
import {
  type ComponentType,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { translateArgs } from "./translate-args.ts";

interface Story {
  args?: object;
  render?: (args: object) => ReactElement;
  play?: unknown;
}

/** A module of stories. */
interface StoryFile {
  default: Story & { component?: ComponentType<object> };
  __namedExportsOrder?: string[];
}

/** Props of {@link Board}. */
export interface BoardProps {
  /** Any module of stories; those that are played are left out. */
  stories: object;
  /** Least width of a cell. @default "20rem" */
  cell?: string;
  /** Gives each cell a page of its own: for what opens in front of everything. */
  framed?: boolean;
  /** Of such a page. @default "38rem" */
  height?: string;
  /** Changes the args of each story, e.g. so that a catalog is short. */
  adapt?: (args: object) => object;
  /** Each is a landmark of its page, and so many on one need different names: their captions. */
  landmarks?: boolean;
}

/** `OneOfThreeNeedsAttention` is “One of three needs attention”. */
const inWords = (exportName: string): string => {
  const words = exportName.replace(/(?<!^)([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** In the order in which they are written, which Storybook notes; a module's own is alphabetical. */
function storiesOf({ default: _meta, __namedExportsOrder: order, ...stories }: StoryFile) {
  const names = order ?? Object.keys(stories);
  return names.flatMap((name) => {
    const story = (stories as Record<string, Story>)[name];
    return story && story.play === undefined ? [{ name, story }] : [];
  });
}

/** Every story of a file at once, under its name: for review and for print. */
export function Board({ stories, cell = "20rem", framed = false, height, ...props }: BoardProps) {
  const { adapt = (args) => args, landmarks } = props;
  const id = useId();
  const { default: meta } = stories as StoryFile;
  const messages = useMessages();
  const { documentElement: root } = document;
  const Component = meta.component;
  return (
    <div
      className="board"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${cell}, 100%), 1fr))` }}
    >
      {storiesOf(stories as StoryFile).map(({ name, story }) => {
        const captionId = `${id}${name}`;
        const args = translateArgs(
          adapt({ ...meta.args, ...story.args, ...(landmarks && { labelledBy: captionId }) }),
          messages,
          root.lang,
        );
        const render = story.render ?? meta.render;
        const element = render ? render(args) : Component && <Component {...args} />;
        return (
          <figure key={name} className="board-cell">
            <figcaption id={captionId}>{inWords(name)}</figcaption>
            {framed ? (
              <OwnPage title={inWords(name)} height={height}>
                {element}
              </OwnPage>
            ) : (
              element
            )}
          </figure>
        );
      })}
    </div>
  );
}

interface OwnPageProps {
  title: string;
  height?: string | undefined;
  children: ReactNode;
}

/** A frame with this page's stylesheets, in which a modal dialog is modal for itself alone. */
function OwnPage({ title, height = "38rem", children }: OwnPageProps) {
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const [body, setBody] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const page = frame?.contentDocument;
    if (!page) return;
    const { documentElement: outer } = document;
    page.documentElement.className = outer.className;
    page.documentElement.lang = outer.lang;
    page.documentElement.dir = outer.dir;
    page.documentElement.style.cssText = outer.style.cssText;
    page.title = title;
    for (const sheet of document.querySelectorAll("style, link[rel=stylesheet]")) {
      page.head.append(sheet.cloneNode(true));
    }
    setBody(page.body);
  }, [frame, title]);
  return (
    <iframe ref={setFrame} title={title} className="board-page" style={{ blockSize: height }}>
      {body && createPortal(children, body)}
    </iframe>
  );
}
