import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { bundle, react } from "./bundle.mjs";
import { installedWith } from "./dependency-tree.mjs";

const permissive = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];
const copyleft = ["@picahq/authkit", "@picahq/authkit-token", "@withone/auth"];

describe.each(inject("packages"))("what $name brings along", (unpacked) => {
  const installed = installedWith(unpacked);

  it("is permissively licensed", () => {
    const others = installed.filter(({ license }) => !permissive.includes(license));
    expect(others.map(({ name, version, license }) => `${name} ${version}: ${license}`)).toEqual(
      [],
    );
  });

  it("runs nothing while it is installed", () => {
    const hooks = ["preinstall", "install", "postinstall"];
    const running = installed.filter(
      ({ place, scripts = {} }) =>
        hooks.some((hook) => hook in scripts) || existsSync(join(place, "binding.gyp")),
    );
    expect(running.map(({ name, version }) => `${name} ${version}`)).toEqual([]);
  });

  it("holds nothing under the GPL: that is a peer, which the product installs", () => {
    expect(installed.filter(({ name }) => copyleft.includes(name))).toEqual([]);
    expect(Object.keys(unpacked.manifest.dependencies ?? {})).not.toEqual(
      expect.arrayContaining(copyleft),
    );
  });
});

it("contains AuthKit nowhere in the kit's own files", async () => {
  const { folder } = inject("packages").find(({ name }) => name === "@authkit-ui/react");
  const code = `export * from "@authkit-ui/react";`;
  const script = await bundle({
    code,
    folder: inject("product"),
    external: [...react, "@tanstack/react-query", "@picahq/authkit"],
  });
  // A string of AuthKit's that no minifier changes and no code of ours has a reason to contain.
  expect(script).not.toContain("event-link");
  expect(existsSync(join(folder, "node_modules"))).toBe(false);
});
