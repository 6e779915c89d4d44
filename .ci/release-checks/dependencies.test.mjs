import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { bareImportsOf, packageOf } from "./imports.mjs";

const sorted = (names) => [...new Set(names)].sort();

describe.each(inject("packages"))("$name", ({ files, folder, manifest }) => {
  const importedBy = (pattern) =>
    sorted(
      files
        .filter((file) => pattern.test(file))
        .flatMap((file) => bareImportsOf(join(folder, file)))
        .filter((specifier) => !specifier.startsWith("node:"))
        .map(packageOf),
    );
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

  it("declares every package that its code and its types import", () => {
    const used = [...importedBy(/\.js$/), ...importedBy(/\.d\.ts$/)];
    expect(used.filter((name) => !declared.includes(name))).toEqual([]);
  });

  it("declares no dependency that nothing imports", () => {
    const used = [...importedBy(/\.js$/), ...importedBy(/\.d\.ts$/)];
    const dependencies = Object.keys(manifest.dependencies ?? {});
    expect(dependencies.filter((name) => !used.includes(name))).toEqual([]);
  });
});

it("leaves React, React Query and AuthKit to the product", () => {
  const { manifest } = inject("packages").find(({ name }) => name === "@authkit-ui/react");
  const peers = ["@picahq/authkit", "@tanstack/react-query", "react", "react-dom"];
  expect(Object.keys(manifest.peerDependencies)).toEqual(expect.arrayContaining(peers));
  expect(Object.keys(manifest.dependencies)).not.toEqual(expect.arrayContaining(peers));
});
