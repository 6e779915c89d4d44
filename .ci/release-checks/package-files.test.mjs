import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { startsOf } from "./entries.mjs";
import { reachableFrom } from "./imports.mjs";

const packages = inject("packages");
const always = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
const besideTheBuild = [
  ...always,
  "BEHAVIOURS.md",
  "css.d.ts",
  "docs/headless.md",
  "llms.txt",
  "skills/authkit-ui/SKILL.md",
];

describe.each(packages)("the tarball of $name", ({ name, files, folder, manifest }) => {
  const built = files.filter((file) => file.startsWith("dist/"));
  const read = (file) => readFileSync(join(folder, file), "utf8");

  it("holds what was built, its documents and its licence, and nothing else", () => {
    const others = files.filter((file) => !built.includes(file)).sort();
    expect(besideTheBuild).toEqual(expect.arrayContaining(others));
    expect(others).toEqual(expect.arrayContaining(always));
    expect(read("LICENSE")).toContain("MIT License");
    const isBuilt = /(\.(js|js\.map|d\.ts|css)|^dist\/cjs\/package\.json)$/;
    expect(built.filter((file) => !isBuilt.test(file))).toEqual([]);
    expect(built.filter((file) => /(^|[./])(test|stories|fixtures?)[./]/.test(file))).toEqual([]);
  });

  it("carries the sources of its source maps, and no path of the machine it was built on", () => {
    for (const file of built.filter((path) => path.endsWith(".js.map"))) {
      const { sources, sourcesContent } = JSON.parse(read(file));
      expect(sourcesContent?.length ?? 0, file).toBe(sources.length);
      expect(
        sources.filter((source) => /^(\/|[a-z]:|file:)/i.test(source)),
        file,
      ).toEqual([]);
    }
    const inside = files.filter((file) => read(file).includes(process.cwd()));
    expect(inside).toEqual([]);
  });

  it("ships no module that no entry reaches", () => {
    const reached = reachableFrom(startsOf({ name, manifest, folder }));
    const holdsTypesAlone = (file) => /^export \{\s*\};/.test(read(file));
    const modules = built.filter((file) => file.endsWith(".js") && !holdsTypesAlone(file));
    expect(modules.filter((file) => !reached.includes(join(folder, file)))).toEqual([]);
  });

  it("promises in its manifest what a product can rely on", () => {
    expect(manifest).toMatchObject({ name, type: "module", license: "MIT" });
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(manifest.publishConfig).toMatchObject({ access: "public", provenance: true });
    expect(manifest.sideEffects).toEqual(
      files.some((file) => file.endsWith(".css")) ? ["**/*.css", "**/test-setup/**"] : false,
    );
    for (const [subpath, target] of Object.entries(manifest.exports)) {
      if (typeof target === "string") continue;
      const { import: forModules = target, require: forCommonJs = target } = target;
      expect(Object.keys(forModules), subpath).toEqual(["types", "default"]);
      expect(Object.keys(forCommonJs), subpath).toEqual(["types", "default"]);
    }
    expect(JSON.stringify(manifest)).not.toMatch(/"(workspace|catalog|link|file):/);
  });

  it("runs no script when it is installed", () => {
    const hooks = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
    expect(hooks.filter((hook) => hook in (manifest.scripts ?? {}))).toEqual([]);
  });
});

it("all packages come from one repository, or none says from where", () => {
  const addresses = packages.map(({ manifest }) => manifest.repository?.url);
  expect(new Set(addresses).size).toBe(1);
});
