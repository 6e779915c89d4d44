import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { consumers } from "../consumers/consumers.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const readme = read("README.md");

const pages = [
  "README.md",
  "llms.txt",
  ".github/CONTRIBUTING.md",
  ".github/SECURITY.md",
  "packages/contract/README.md",
  "packages/emulator/README.md",
  "packages/react/README.md",
  "packages/server/README.md",
];

it.each(pages)("%s links to nothing that is not there", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)];
  const dead = links
    .map(([, path]) => path)
    .filter((path) => !existsSync(join(root, dirname(page), path)));
  expect(dead).toEqual([]);
});

describe.each(consumers)("the README's line on $folder", ({ folder }) => {
  it("names the versions that are installed", () => {
    const line = readme.split("\n").find((text) => text.includes(`(.ci/consumers/${folder})`));
    const named = [...(line ?? "").matchAll(/(@?[\w./-]+) (\d+\.\d+\.\d+)/g)];
    const { dependencies, devDependencies } = JSON.parse(
      read(`.ci/consumers/${folder}/package.json`),
    );
    const installed = { ...dependencies, ...devDependencies };
    expect(named.map(([, name]) => name)).toEqual(
      expect.arrayContaining(["react", "@tanstack/react-query"]),
    );
    expect(named.filter(([, name, version]) => installed[name] !== version)).toEqual([]);
  });
});

it("compares the versions of other kits that are measured", () => {
  const measured = read("apps/bench/src/size/peers.ts");
  const compared = [...readme.matchAll(/npmjs\.com\/package\/(.+)\/v\/([\d.]+)/g)];
  expect(compared).toHaveLength(7);
  const others = compared.filter(
    ([, name, version]) => !measured.includes(`"${name}": "${version}"`),
  );
  expect(others.map(([url]) => url)).toEqual([]);
});
