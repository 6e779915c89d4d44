// @vitest-environment node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import ours from "../../package.json" with { type: "json" };

const entry = createRequire(import.meta.url).resolve("@picahq/authkit");
const root = join(dirname(entry), "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

test("A35: AuthKit is the version that is pinned, and posts the three messages that the guard knows", () => {
  const { version } = JSON.parse(read("package.json"));
  expect(version).toBe(ours.peerDependencies["@picahq/authkit"]);
  const messages = [...read("src/useEventLink.tsx").matchAll(/case "(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(messages.sort()).toEqual(["EXIT_EVENT_LINK", "LINK_ERROR", "LINK_SUCCESS"]);
});
