// @vitest-environment node
import { beforeAll, describe, expect, it } from "vitest";
import { buildStyles } from "./build-styles.ts";
import { minifiers, shippedSheets } from "./minified-styles.ts";

const relativeColors = (css: string) => css.match(/rgb\(from Canvas /g)?.length ?? 0;

describe.for(shippedSheets)("%s", (file) => {
  let shipped: string;
  beforeAll(async () => {
    shipped = await buildStyles(file);
  });

  it("is shipped without light-dark(), which minifiers break", () => {
    expect(shipped).not.toMatch(/light-dark\(|--lightningcss/i);
  });

  it.for(Object.entries(minifiers))("keeps its colours after %s", async ([, minify]) => {
    const minified = await minify(shipped);
    // The minifier may set its variables beside our `color-scheme`; no colour may rest on them.
    expect(minified).not.toMatch(/light-dark\(|var\(--lightningcss/i);
    expect(relativeColors(minified)).toBeGreaterThanOrEqual(relativeColors(shipped));
  });
});
