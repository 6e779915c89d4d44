import { Markdown, Source } from "@storybook/addon-docs/blocks";
import type { ComponentProps, ReactElement } from "react";

/** A link to a file of the repository, which Storybook does not serve, becomes its text. */
function Link({ href = "", children, ...props }: ComponentProps<"a">) {
  if (!/^https?:/.test(href)) return <>{children}</>;
  return (
    <a {...props} href={href}>
      {children}
    </a>
  );
}

/** `Markdown` takes the class `language-ts lang-ts` for the name of a language. */
function CodeBlock({ children }: { children: ReactElement<ComponentProps<"code">> }) {
  const { className = "", children: code } = children.props;
  const language = /language-css\b/.test(className) ? "css" : "tsx";
  return <Source code={String(code)} language={language} />;
}

/** A page of `docs/`, without its title. */
export function Document({ children }: { children: string }) {
  return (
    <Markdown options={{ overrides: { a: Link, pre: CodeBlock } }}>
      {children.replace(/^# .*\n/, "")}
    </Markdown>
  );
}
