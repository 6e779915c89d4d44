import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const lockfile = read("pnpm-lock.yaml");

it("pins every package to the registry by a digest", () => {
  const resolutions = lockfile.match(/^ {4}resolution: .*$/gm) ?? [];
  expect(resolutions.length).toBeGreaterThan(100);
  expect(
    resolutions.filter((line) => !/^ {4}resolution: \{integrity: sha512-[\w+/=]+\}$/.test(line)),
  ).toEqual([]);
});

it("lets no package run a script while it is installed", () => {
  const [, builds] = /^allowBuilds:\n((?: {2}.*\n)+)/m.exec(read("pnpm-workspace.yaml"));
  expect(builds).not.toMatch(/: true/);
});
