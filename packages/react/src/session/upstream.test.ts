// @vitest-environment node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import ours from "../../package.json" with { type: "json" };

test("the installed AuthKit is the tested one, and posts the three messages that the guard knows", () => {
  const name = "@picahq/authkit";
  const root = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  // These tests run on the lowest version of the range; a product may have a newer one.
  const [tested] = /\d.*/.exec(ours.peerDependencies[name]) ?? [];
  expect(JSON.parse(read("package.json")).version).toBe(tested);
  const cases = [...read("src/useEventLink.tsx").matchAll(/case "(\w+)"/g)];
  const messages = cases.map(([, type]) => type).sort();
  expect(messages).toEqual(["EXIT_EVENT_LINK", "LINK_ERROR", "LINK_SUCCESS"]);
});
