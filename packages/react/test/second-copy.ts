import type { Plugin } from "vite";

const mark = "?second-copy";

/**
 * `import("…/headless.ts?second-copy")` gives a copy of the kit that shares no module with the
 * first, as two bundles on one page do.
 */
export const secondCopy = (): Plugin => ({
  name: "test-second-copy",
  enforce: "pre",
  async resolveId(id, importer, options) {
    const isCopied = id.endsWith(mark) || (importer?.endsWith(mark) && id.startsWith("."));
    if (!isCopied) return null;
    const resolved = await this.resolve(id.replace(mark, ""), importer?.replace(mark, ""), {
      ...options,
      skipSelf: true,
    });
    return resolved && { ...resolved, id: resolved.id + mark };
  },
});
