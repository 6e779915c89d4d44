import { AnchorMdx, Markdown, Source } from "@storybook/addon-docs/blocks";
import type { ComponentProps, ReactElement } from "react";
import reference from "../../docs/api/react.md?raw";
import { storybookTheme } from "../storybook-theme.ts";

/** The documents that have a page here, with its id. */
const pages: Record<string, string> = {
  "access.md": "guides-access--docs",
  "accessibility.md": "guides-accessibility--docs",
  "agents.md": "guides-agents--docs",
  "broken-connections.md": "guides-broken-connections--docs",
  "browsers.md": "guides-browsers--docs",
  "connect-request.md": "guides-ask-for-an-account--docs",
  "deployment.md": "guides-deployment--docs",
  "dialogs-and-shadow-roots.md": "guides-dialogs-and-shadow-roots--docs",
  "languages.md": "guides-languages-and-tone--docs",
  "local-network-access.md": "guides-local-network-access--docs",
  "migrate-from-a-button.md": "guides-migration--docs",
  "requirements.md": "guides-broken-accounts-and-requirements--docs",
  "security.md": "guides-security--docs",
  "server-rendering.md": "guides-server-rendering--docs",
  "testing.md": "guides-testing--docs",
  "theming.md": "guides-theming--docs",
  "troubleshooting.md": "guides-troubleshooting--docs",
};

/** Where a link of a document leads to in the repository. */
function pathInRepository(href: string): string {
  const [path = ""] = href.split("#");
  if (path.startsWith("../")) return path.slice(3);
  return /^(docs|packages|LICENSE)/.test(path) ? path : `docs/${path}`;
}

/** Leads to a section, a page of this Storybook or another site. A file of the repository is named. */
function Link({ href = "", children }: ComponentProps<"a">) {
  const [path = "", section] = href.split("#");
  if (path === "" || /^https?:/.test(href)) return <AnchorMdx href={href}>{children}</AnchorMdx>;
  const page = pages[path.split("/").at(-1) ?? ""];
  if (page) {
    const hash = section ? `#${section}` : "";
    return (
      <a href={new URL(`./?path=/docs/${page}${hash}`, location.href).href} target="_parent">
        {children}
      </a>
    );
  }
  return (
    <>
      {children} (<code>{pathInRepository(href)}</code>)
    </>
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

/** A name of the API reference has no page of its own. */
const ReferenceLink = ({ children }: ComponentProps<"a">) => <>{children}</>;

const referenceOverrides = { ...overrides, a: ReferenceLink };

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
      .replace(/^#+ Type Parameters\n\n(\|.*\n)+/gm, "")
      .replace(/^#+ (?:Properties|Call Signature)\n/gm, "")
      .replace(/^#### Union Members\n[\s\S]*$/m, "")
      // The sentences come before the signature.
      .replace(/(```ts\n[\s\S]*?\n```)\n\n([^#|`\s][\s\S]*?\n)(?=\n#|\s*$)/g, "$2\n$1\n");
    // A page's first name is its title.
    const heading = index === 0 && name.endsWith("()") ? "" : `### ${name}\n`;
    return `${heading}${text?.replace(/^#####? (.+)$/gm, "**$1**")}`;
  });
  return (
    <Markdown options={{ overrides: referenceOverrides }}>
      {sections.join("\n").replace(/^###/gm, "##")}
    </Markdown>
  );
}
