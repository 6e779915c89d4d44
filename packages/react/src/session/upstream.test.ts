// @vitest-environment node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import ours from "../../package.json" with { type: "json" };

const shared = ["EXIT_EVENT_LINK", "LINK_ERROR", "LINK_SUCCESS"];
const packages = [
  [
    "AuthKit is the version that is pinned, and posts the three messages that the guard knows",
    "@picahq/authkit",
    shared,
  ],
  ["so is One's AuthKit", "@withone/auth", [...shared, "OAUTH_REDIRECT"]],
] as const;

test.for(packages)("%s", ([, name, messages]) => {
  const root = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  expect(JSON.parse(read("package.json")).version).toBe(ours.peerDependencies[name]);
  const cases = [...read("src/useEventLink.tsx").matchAll(/case "(\w+)"/g)];
  expect(cases.map(([, type]) => type).sort()).toEqual(messages);
});
