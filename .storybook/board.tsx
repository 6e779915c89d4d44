import { type ComponentType, type ReactElement, type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";

interface Story {
  args?: object;
  render?: (args: object) => ReactElement;
  play?: unknown;
}

/** A module of stories. */
export interface StoryFile {
  default: Story & { component?: ComponentType<object> };
  [name: string]: Story;
}

/** Props of {@link Board}. */
export interface BoardProps {
  /** Any module of stories; those that are played are left out. */
  stories: object;
  /** Least width of a cell. @default "20rem" */
  cell?: string;
  /** Gives each cell a page of its own: for what opens in front of everything. */
  framed?: boolean;
}

/** `OneOfThreeNeedsAttention` is “One of three needs attention”. */
function inWords(exportName: string): string {
  const words = exportName.replace(/([a-z])([A-Z])/g, "$1 $2").split(" ");
  return words.map((word, index) => (index === 0 ? word : word.toLowerCase())).join(" ");
}

/** Every story of a file at once, under its name: for review and for print. */
export function Board({ stories, cell = "20rem", framed = false }: BoardProps) {
  const { default: meta, ...rest } = stories as StoryFile;
  const Component = meta.component;
  const shown = Object.entries(rest).filter(([, story]) => story.play === undefined);
  return (
    <div
      className="board"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(${cell}, 100%), 1fr))` }}
    >
      {shown.map(([name, story]) => {
        const args = { ...meta.args, ...story.args };
        const render = story.render ?? meta.render;
        const element = render ? render(args) : Component && <Component {...args} />;
        return (
          <figure key={name} className="board-cell">
            <figcaption>{inWords(name)}</figcaption>
            {framed ? <OwnPage title={inWords(name)}>{element}</OwnPage> : element}
          </figure>
        );
      })}
    </div>
  );
}

/** A frame with this page's stylesheets, in which a modal dialog is modal for itself alone. */
function OwnPage({ title, children }: { title: string; children: ReactNode }) {
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
    <iframe ref={setFrame} title={title} className="board-page">
      {body && createPortal(children, body)}
    </iframe>
  );
}
