import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { bundleApp } from "./app-bundle.mjs";

const folder = inject("product");
const kilobyte = 1000;
const kit = "@authkit-ui/react";

/** Measures without and with React Query, and prints both. */
async function measure(what, code) {
  const own = await bundleApp({ code, folder });
  const { first } = await bundleApp({ code, folder, withQuery: true });
  console.log(
    `${what}: ${own.first.gzip} B gzip at first (${own.first.minified} B minified, ` +
      `${own.first.brotli} B brotli), ${own.later.gzip} B gzip when somebody acts; ` +
      `with React Query ${first.gzip} B gzip at first`,
  );
  return own;
}

describe("what the kit adds to a product's pages, minified and gzipped", () => {
  // The session's flow is in it, so that a press asks for its ticket while the dialog still loads.
  it("ConnectButton with ConnectProvider: at most 21 kB", async () => {
    const { first } = await measure(
      "ConnectButton with ConnectProvider",
      `export { ConnectButton, ConnectProvider } from "${kit}";`,
    );
    expect(first.gzip).toBeLessThanOrEqual(21 * kilobyte);
  });

  it("button, gallery and list: at most 40 kB", async () => {
    const { first } = await measure(
      "Button, gallery and list",
      `export { ConnectButton, ConnectorGallery, ConnectionsList, ConnectProvider } from "${kit}";`,
    );
    expect(first.gzip).toBeLessThanOrEqual(40 * kilobyte);
  });

  it("everything exported, which no page uses at once: at most 48 kB", async () => {
    const { first } = await measure("Everything exported", `export * from "${kit}";`);
    expect(first.gzip).toBeLessThanOrEqual(48 * kilobyte);
  });

  it("everything exported, with all that is ever loaded later: at most 75 kB", async () => {
    const { first, later } = await measure("Everything, whenever", `export * from "${kit}";`);
    expect(first.gzip + later.gzip).toBeLessThanOrEqual(75 * kilobyte);
  });

  it("./headless: less than the kit with its components", async () => {
    const headless = await measure("./headless", `export * from "${kit}/headless";`);
    const whole = await bundleApp({ code: `export * from "${kit}";`, folder });
    expect(headless.first.gzip).toBeLessThan(0.75 * whole.first.gzip);
  });

  it("./one: within 1 % of the kit on Pica's AuthKit", async () => {
    const one = await measure("./one", `export * from "${kit}/one";`);
    const whole = await bundleApp({ code: `export * from "${kit}";`, folder });
    expect(one.first.gzip).toBeLessThan(1.01 * whole.first.gzip);
  });

  it("styles.css: at most 8 kB", () => {
    const sheet = readFileSync(join(folder, "node_modules", kit, "dist/styles.css"));
    const { byteLength } = gzipSync(sheet, { level: 9 });
    console.log(`styles.css: ${byteLength} B gzip (${sheet.byteLength} B as it is shipped)`);
    expect(byteLength).toBeLessThanOrEqual(8 * kilobyte);
  });
});

describe("the built graph", () => {
  const bundleOf = (code) => bundleApp({ code, folder });
  const packageOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];

  it("holds no layer that freezes the page behind it: no react-remove-scroll, none of Radix's", async () => {
    const { first, later } = await bundleOf(`export * from "${kit}";`);
    const packages = [...first.inputs, ...later.inputs].map(packageOf);
    const layers =
      /react-remove-scroll|react-(dialog|popover|dropdown-menu|dismissable-layer|focus-scope)$/;
    expect(packages).toContain("@picahq/authkit");
    expect(packages.filter((name) => layers.test(name))).toEqual([]);
  });

  it("loads AuthKit when somebody connects, and not before", async () => {
    const { first } = await bundleOf(`export * from "${kit}";`);
    expect(first.inputs.map(packageOf)).not.toContain("@picahq/authkit");
  });

  it("imports Pica's AuthKit, except in ./one and ./one/headless, which import no AuthKit package", async () => {
    const authKits = async (entry) => {
      const { later } = await bundleOf(`export * from "${kit}${entry}";`);
      const packages = new Set(later.inputs.map(packageOf));
      return ["@picahq/authkit", "@withone/auth"].filter((name) => packages.has(name));
    };
    expect(await authKits("")).toEqual(["@picahq/authkit"]);
    expect(await authKits("/headless")).toEqual(["@picahq/authkit"]);
    expect(await authKits("/one")).toEqual([]);
    expect(await authKits("/one/headless")).toEqual([]);
  });

  it("takes a part without the rest: a badge brings no gallery", async () => {
    const { first } = await bundleOf(`export { ConnectionBadge } from "${kit}";`);
    expect(first.inputs).not.toEqual([]);
    expect(first.inputs.filter((path) => path.includes("gallery"))).toEqual([]);
  });
});
