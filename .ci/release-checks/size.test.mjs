import { describe, expect, inject, it } from "vitest";
import { bundle, react, reactAndQuery } from "./bundle.mjs";

const folder = inject("product");
const kilobyte = 1000;
const kit = "@authkit-ui/react";

/** What a product imports, and what that may add to its pages: bytes, minified and gzipped. */
const budgets = [
  {
    what: "ConnectButton with ConnectProvider",
    code: `export { ConnectButton, ConnectProvider } from "${kit}";`,
    limit: 9 * kilobyte,
  },
  { what: "everything exported", code: `export * from "${kit}";`, limit: 22 * kilobyte },
];

describe("what the kit adds to a product", () => {
  it.each(budgets)("$what: at most $limit bytes", async ({ what, code, limit }) => {
    const [own, withQuery] = await Promise.all([
      bundle({ code, folder, external: reactAndQuery }),
      bundle({ code, folder, external: react }),
    ]);
    console.log(
      `${what}: ${own.js.gzip} B gzip of ${limit} (${own.js.minified} B minified, ` +
        `${own.js.brotli} B brotli); with React Query ${withQuery.js.gzip} B gzip`,
    );
    expect(own.js.gzip).toBeLessThanOrEqual(limit);
  });

  it("styles.css: at most 6000 bytes", async () => {
    const { css } = await bundle({ code: `import "${kit}/styles.css";`, folder });
    console.log(`styles.css: ${css.gzip} B gzip of 6000 (${css.minified} B minified)`);
    expect(css.gzip).toBeLessThanOrEqual(6 * kilobyte);
  });
});

describe("the built graph", () => {
  const packagesIn = (inputs) =>
    new Set(
      Object.keys(inputs).flatMap(
        (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
      ),
    );

  it("does not freeze the page behind a layer: no react-remove-scroll, no Radix layer", async () => {
    const { inputs } = await bundle({ code: `export * from "${kit}";`, folder, external: react });
    const layers =
      /react-remove-scroll|react-(dialog|popover|dropdown-menu|dismissable-layer|focus-scope)$/;
    expect([...packagesIn(inputs)].filter((name) => layers.test(name))).toEqual([]);
  });

  it("takes a part without the rest: a badge brings no gallery", async () => {
    const { inputs } = await bundle({
      code: `export { ConnectionBadge } from "${kit}";`,
      folder,
      external: reactAndQuery,
    });
    expect(Object.keys(inputs).filter((path) => /gallery|@picahq/.test(path))).toEqual([]);
  });
});
