import type { Plugin } from "vite";

const mark = /\?copy=\w+$/;

/**
 * `import("…/index.ts?copy=other")` gives a copy of the kit that shares no module with the first, as
 * two bundles on one page do.
 */
export const secondCopy = (): Plugin => ({
  name: "test-second-copy",
  enforce: "pre",
  async resolveId(id, importer, options) {
    const [own] = mark.exec(id) ?? [];
    const [inherited] = mark.exec(importer ?? "") ?? [];
    const copy = own ?? (id.startsWith(".") ? inherited : undefined);
    if (copy === undefined) return null;
    const resolved = await this.resolve(id.replace(mark, ""), importer?.replace(mark, ""), {
      ...options,
      skipSelf: true,
    });
    return resolved && { ...resolved, id: resolved.id + copy };
  },
});
