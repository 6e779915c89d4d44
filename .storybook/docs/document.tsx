import { Markdown, Source } from "@storybook/addon-docs/blocks";
import type { ComponentProps, ReactElement } from "react";
import reference from "../../docs/api/react.md?raw";
import { storybookTheme } from "../storybook-theme.ts";

/** The documents that have a page here, with its id. */
const pages: Record<string, string> = {
  "accessibility.md": "guides-accessibility--docs",
  "languages.md": "guides-languages-and-tone--docs",
  "migrate-from-a-button.md": "guides-migration--docs",
  "security.md": "guides-security--docs",
  "testing.md": "guides-testing--docs",
  "theming.md": "guides-theming--docs",
  "troubleshooting.md": "guides-troubleshooting--docs",
};

/** Leads to a page of this Storybook, or to another site. A file of the repository becomes its text. */
function Link({ href = "", children }: ComponentProps<"a">) {
  const [path = ""] = href.split("#");
  const page = pages[path.split("/").at(-1) ?? ""];
  const target = page ? new URL(`./?path=/docs/${page}`, location.href).href : href;
  if (!/^https?:/.test(target)) return <>{children}</>;
  return (
    <a href={target} target="_parent">
      {children}
    </a>
  );
}

/** The messages of a Mermaid sequence diagram, one line each. */
function messagesOf(diagram: string): string[] {
  const names = new Map<string, string>();
  for (const [, id = "", name = ""] of diagram.matchAll(/participant (\w+) as (.+)/g)) {
    names.set(id, name);
  }
  return [...diagram.matchAll(/(\w+)-+>>(\w+): (.+)/g)].map(
    ([, from = "", to = "", text]) => `${names.get(from)} → ${names.get(to)}: ${text}`,
  );
}

const languageNames: Record<string, string> = { css: "css", sh: "bash", json: "json" };

function CodeBlock({ children }: { children: ReactElement<ComponentProps<"code">> }) {
  const { className = "", children: text } = children.props;
  const code = String(text);
  if (code.startsWith("sequenceDiagram")) {
    return (
      <ol>
        {messagesOf(code).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ol>
    );
  }
  // `Markdown` takes the class `language-ts lang-ts` for the name of a language.
  const [, language = ""] = /lang(?:uage)?-(\w+)/.exec(className) ?? [];
  return (
    <Source
      code={code}
      language={(languageNames[language] ?? "tsx") as "tsx"}
      dark={storybookTheme.base === "dark"}
    />
  );
}

const overrides = { a: Link, pre: CodeBlock };

/** Props of {@link Document}. */
export interface DocumentProps {
  /** A document's text. */
  children: string;
  /** The one section to show; all but the title by default. */
  section?: string;
}

/** A document of the repository, which is the one place of what it says. */
export function Document({ children, section }: DocumentProps) {
  const [, rest = ""] = section ? children.split(`\n## ${section}\n`) : [];
  const text = section ? rest.split(/^## /m, 1)[0] : children.replace(/^# .*\n/, "");
  return <Markdown options={{ overrides }}>{text}</Markdown>;
}

/** Some exported names as the API reference describes them, each below its name. */
export function Reference({ of }: { of: readonly string[] }) {
  const sections = of.map((name, index) => {
    const [, rest] = reference.split(`\n### ${name}\n`);
    if (rest === undefined) throw new Error(`The API reference has no ${name}.`);
    const text = rest
      .split(/^(?:\*\*\*|## .*)$/m, 1)[0]
      // What its signature says already, and headings that add nothing where a name has few parts.
      ?.replace(/^#+ Parameters\n\n\| Parameter \| Type \|\n(\|.*\n)+/m, "")
      .replace(/^#+ Returns\n\n.*\n/gm, "")
      .replace(/^#### Properties\n/m, "")
      .replace(/^#### Union Members\n\n##### [\s\S]*$/m, "");
    // A page's first name is its title.
    const heading = index === 0 && name.endsWith("()") ? "" : `### ${name}\n`;
    return `${heading}${text?.replace(/^#####? (.+)$/gm, "**$1**")}`;
  });
  return <Markdown options={{ overrides }}>{sections.join("\n").replace(/^###/gm, "##")}</Markdown>;
}
