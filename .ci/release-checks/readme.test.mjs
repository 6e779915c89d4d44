import { execFileSync } from "node:child_process";
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
  "docs/troubleshooting.md",
  "llms.txt",
  "docs/testing.md",
  ".github/CONTRIBUTING.md",
  ".github/SECURITY.md",
  "packages/contract/README.md",
  "packages/emulator/BEHAVIOURS.md",
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

/** Commands of pnpm itself, which a script of the same name does not replace. */
function commandsOfPnpm() {
  const help = execFileSync("npx", ["--yes", "pnpm@12", "help", "-a"], {
    cwd: root,
    encoding: "utf8",
  });
  const names = [...help.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name);
  const aliases = [...help.matchAll(/\[alias(?:es)?: ([^\]]+)\]/g)];
  return new Set([...names, ...aliases.flatMap(([, some]) => some.split(", "))]);
}

it("gives commands that run what they say: scripts of ours, and none that pnpm takes for its own", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const own = commandsOfPnpm();
  expect(own).toContain("install");
  // These two of pnpm's run the script.
  for (const name of ["start", "test"]) own.delete(name);
  const given = pages.flatMap((page) => [
    ...read(page).matchAll(/npx pnpm@12 (run )?(?!exec |run |--)([\w:-]+)/g),
  ]);
  expect(given.length).toBeGreaterThan(10);
  const wrong = given.filter(([, run, name]) => !(name in scripts) || (!run && own.has(name)));
  expect(wrong.map(([command]) => command)).toEqual([]);
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

it("names every outcome of `open()`, and counts them in the comparison", () => {
  const source = read("packages/react/src/session/connect-outcome.ts");
  const [, failures] = /type ConnectFailure =([^;]+);/.exec(source) ?? [];
  const names = (text) => [...(text ?? "").matchAll(/["`](\w+)["`]/g)].map(([, name]) => name);
  const others = [...source.matchAll(/\{\s*type: "(\w+)"/g)].map(([, name]) => name);
  const outcomes = [...others, ...names(failures)].sort();

  const [, told] = /an outcome whose `type` is ([^.]+)\./.exec(readme) ?? [];
  const carried = ["connection", "error"];
  expect(
    names(told)
      .filter((name) => !carried.includes(name))
      .sort(),
  ).toEqual(outcomes);
  expect(readme).toMatch(new RegExp(`\\| typed outcomes +\\| ${outcomes.length} `));
});

it.each(["README.md", "packages/react/README.md", "packages/react/llms.txt"])(
  "%s installs AuthKit in the version that the kit's manifest pins",
  (page) => {
    const { peerDependencies } = JSON.parse(read("packages/react/package.json"));
    const given = [...read(page).matchAll(/(@picahq\/authkit|@withone\/auth)@([\d.]+\d)/g)];
    expect(given.length).toBeGreaterThan(0);
    const others = given.filter(([, name, version]) => peerDependencies[name] !== version);
    expect(others.map(([text]) => text)).toEqual([]);
  },
);

it("names every event of the kit", () => {
  const source = read("packages/react/src/session/connect-event.ts");
  const events = [...source.matchAll(/name: "(\w+)"/g)].map(([, name]) => name);
  expect(events).toContain("connect_started");
  const page = read("packages/react/README.md");
  expect(events.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

/**
 * Where the logos of the emulator's 294 platforms stand at Pica, and how many on each host. The
 * emulator's catalog leaves the addresses out: upstream's logo files are not ours to ship.
 */
const logoHosts = {
  "assets.withone.ai": 282,
  "assets.picaos.com": 10,
  "assets.buildable.dev": 2,
};

it.each([
  "README.md",
  ".storybook/docs/security-model.mdx",
  "packages/react/llms.txt",
  "packages/server/README.md",
])("the policy in %s lets every logo of Pica's catalog in", (page) => {
  const [, sources] = /img-src ([^;`\n]+)/.exec(read(page)) ?? [];
  expect(sources?.split(" ")).toEqual(Object.keys(logoHosts).map((host) => `https://${host}`));
});
