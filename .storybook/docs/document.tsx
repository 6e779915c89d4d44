import { Markdown } from "@storybook/addon-docs/blocks";
import type { ComponentProps } from "react";

/** A link to a file of the repository, which Storybook does not serve, becomes its text. */
function Link({ href = "", children, ...props }: ComponentProps<"a">) {
  if (!/^https?:/.test(href)) return <>{children}</>;
  return (
    <a {...props} href={href}>
      {children}
    </a>
  );
}

/** A page of `docs/`, without its title. */
export function Document({ children }: { children: string }) {
  return (
    <Markdown options={{ overrides: { a: Link } }}>{children.replace(/^# .*\n/, "")}</Markdown>
  );
}
