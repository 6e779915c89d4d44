import { authKitBehaviours } from "../src/verify/authkit-behaviours.ts";
import type { Behaviour } from "../src/verify/behaviour.ts";
import { catalogBehaviours } from "../src/verify/catalog-behaviours.ts";
import { connectionBehaviours } from "../src/verify/connection-behaviours.ts";
import { requestBehaviours } from "../src/verify/request-behaviours.ts";

const introduction = `# What the emulator claims about Pica and One

Pica's and One's servers are closed source. Each row is one behaviour of the emulator: where it comes
from, how certain it is, the test that holds the emulator to it (a path in the source repository, below
\`packages/emulator\`), and whether \`authkit-ui-emulator verify\` can check it against the live API.

| certainty | meaning |
| --- | --- |
| documented | Pica's or One's documentation says so |
| read in source | Pica's own code does so; it may be older than the live service |
| observed | it was seen in captures or in public apps |
| guess | nothing says so; it fits what is known |

The package's command \`generate\` writes this page from \`src/verify\`.
`;

/** Renders BEHAVIOURS.md. */
export function renderBehaviours(): string {
  return [
    introduction,
    section("The catalog", catalogBehaviours),
    section("Connections", connectionBehaviours),
    section("Secret keys, errors, limits and the passthrough", requestBehaviours),
    section("Tokens, the hosted page and its messages", authKitBehaviours),
  ].join("\n");
}

function section(title: string, behaviours: readonly Behaviour[]): string {
  const rows = behaviours.map(({ claim, source, certainty, testedBy, check }) => {
    const cells = [claim, source, certainty, `\`${testedBy}\``, check ? "yes" : "no"];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    `## ${title}\n`,
    "| behaviour | source | certainty | tested by | `verify` |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
