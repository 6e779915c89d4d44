import {
  type ComponentType,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { useMessagesContext } from "../packages/react/src/messages/messages-context.ts";
import { inWords } from "./story-name.ts";
import { translateArgs } from "./translate-args.ts";

interface Story {
  args?: object;
  parameters?: { docs?: { description?: { story?: string } } };
  render?: (args: object) => ReactElement;
  play?: unknown;
}

/** A module of stories. */
interface StoryFile {
  default: Story & { component?: ComponentType<object> };
}

/** Props of {@link Board}. */
export interface BoardProps {
  /** Any module of stories. */
  stories: object;
  /** The names of those to show, in this order. */
  only: readonly string[];
  /** Least width of a cell. @default "20rem" */
  cell?: string;
  /** Gives each cell a small page of its own: for what opens in front of everything. */
  framed?: boolean;
  /** Changes the args of each story, e.g. so that a catalog is short. */
  adapt?: (args: object) => object;
  /** Each is a landmark of its page, and so many on one need different names: their captions. */
  landmarks?: boolean;
}

/** Several stories of a file at once, under their names: for review and for print. */
export function Board({ stories, only, cell = "20rem", framed = false, ...props }: BoardProps) {
  const { adapt = (args) => args, landmarks } = props;
  const id = useId();
  const { default: meta } = stories as StoryFile;
  const { messages } = useMessagesContext();
  const { documentElement: root } = document;
  const Component = meta.component;
  return (
    <div
      className="board"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${cell}, 100%), 1fr))` }}
    >
      {only.map((name) => {
        const story = (stories as Record<string, Story>)[name];
        if (!story) throw new Error(`The board shows a story that does not exist: ${name}.`);
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
            <figcaption>
              <strong id={captionId}>{inWords(name)}</strong>
              {story.parameters?.docs?.description?.story}
            </figcaption>
            {framed ? <OwnPage title={inWords(name)}>{element}</OwnPage> : element}
          </figure>
        );
      })}
    </div>
  );
}

interface OwnPageProps {
  title: string;
  children: ReactNode;
}

/** A frame with this page's stylesheets, in which a modal dialog is modal for itself alone. */
function OwnPage({ title, children }: OwnPageProps) {
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
    <div className="board-page-place">
      <iframe ref={setFrame} title={title} className="board-page">
        {body && createPortal(children, body)}
      </iframe>
    </div>
  );
}
