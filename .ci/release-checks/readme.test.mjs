import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { consumers } from "../consumers/consumers.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

/** Every document of the repository, also those that are not committed yet. */
const pages = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.md", "llms.txt", "*/llms.txt"],
  { cwd: root, encoding: "utf8" },
)
  .trim()
  .split("\n")
  .filter((page) => existsSync(join(root, page)));

/** A document without its code, in which brackets and number signs mean something else. */
const proseOf = (page) => read(page).replace(/^ *(```|~~~)[\s\S]*?^ *\1$/gm, "");

/** The anchors that GitHub gives to the headings of a document. */
function anchorsOf(page) {
  const seen = new Map();
  const headings = [...proseOf(page).matchAll(/^#{1,6} +(.+?) *$/gm)];
  return headings.map(([, heading]) => {
    const text = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1");
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** Where a document links to inside the repository, as `path#anchor`. */
function linksOf(page) {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?\)/g)];
  const references = [...prose.matchAll(/^\[[^\]]+\]: +(\S+)/gm)];
  return [...inline, ...references]
    .map(([, target]) => target)
    .filter((target) => !/^(https?|mailto):/.test(target));
}

function isDead(page, link) {
  const [path, anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(root, target))) return true;
  if (anchor === undefined) return false;
  const isFolder = statSync(join(root, target)).isDirectory();
  const document = isFolder ? join(target, "README.md") : target;
  return !document.endsWith(".md") || !anchorsOf(document).includes(anchor);
}

it("reads every document", () => {
  expect(pages).toEqual(
    expect.arrayContaining(["README.md", "docs/README.md", "llms.txt", "packages/react/README.md"]),
  );
});

it.each(pages)("%s links to files and headings that exist", (page) => {
  expect(linksOf(page).filter((link) => isDead(page, link))).toEqual([]);
});

it("lists every page of docs/ in its index", () => {
  const inDocs = pages.filter((page) => /^docs\/(?!README)/.test(page));
  const listed = linksOf("docs/README.md").map((link) => join("docs", link));
  expect(inDocs.filter((page) => !listed.includes(page))).toEqual([]);
});

it("keeps the README to 150 lines, without a table of more than three columns", () => {
  const lines = read("README.md").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(150);
  expect(lines.filter((line) => /^\|(.*\|){4}/.test(line))).toEqual([]);
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

describe.each(consumers)("the line of docs/hosts.md on $folder", ({ folder }) => {
  it("names the versions that are installed", () => {
    const line = read("docs/hosts.md")
      .split("\n")
      .find((text) => text.includes(`/.ci/consumers/${folder})`));
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
  const compared = [
    ...read("docs/comparison.md").matchAll(/npmjs\.com\/package\/(.+)\/v\/([\d.]+)/g),
  ];
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

  const [, told] =
    /an outcome whose `type` is ([^.]+)\./.exec(read("packages/react/README.md")) ?? [];
  const carried = ["connection", "error"];
  expect(
    names(told)
      .filter((name) => !carried.includes(name))
      .sort(),
  ).toEqual(outcomes);
  const [, code] = read("docs/comparison.md").split("| typed outcomes");
  expect(code).toMatch(new RegExp(`\\| authkit-ui +\\| ${outcomes.length} `));
});

it.each([
  "README.md",
  "packages/react/README.md",
  "packages/react/llms.txt",
  "packages/react/skills/authkit-ui/SKILL.md",
])("%s installs AuthKit in the version that the kit is tested with", (page) => {
  const { peerDependencies } = JSON.parse(read("packages/react/package.json"));
  const given = [...read(page).matchAll(/(@picahq\/authkit|@withone\/auth)@([\d.]+\d)/g)];
  expect(given.length).toBeGreaterThan(0);
  // The tested version is the lowest of the range.
  const tested = (name) => peerDependencies[name].replace(/^\^/, "");
  const others = given.filter(([, name, version]) => tested(name) !== version);
  expect(others.map(([text]) => text)).toEqual([]);
});

it("the doctor compares with the AuthKit that the kit is tested with", () => {
  const { peerDependencies } = JSON.parse(read("packages/react/package.json"));
  const doctor = read("packages/server/src/doctor/check-authkit-version.ts");
  const [, tested] = /testedAuthKit = "([\d.]+)"/.exec(doctor) ?? [];
  expect(peerDependencies["@picahq/authkit"]).toBe(`^${tested}`);
  expect(read("pnpm-workspace.yaml")).toContain(`"@picahq/authkit": ${tested}\n`);
});

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

it.each(["docs/security.md", "packages/react/llms.txt"])(
  "the policy in %s lets every logo of Pica's catalog in",
  (page) => {
    const [, sources] = /img-src ([^;`\n]+)/.exec(read(page)) ?? [];
    expect(sources?.split(" ")).toEqual(Object.keys(logoHosts).map((host) => `https://${host}`));
  },
);
