import { createRequire } from "node:module";
import { describe, expect, inject, it } from "vitest";
import { entriesOf } from "./entries.mjs";
import { exportedBy } from "./exported-names.mjs";

const require = createRequire(import.meta.url);
const byName = (a, b) => a.replace("type ", "").localeCompare(b.replace("type ", ""), "en");

describe.each(inject("packages"))("$name", (unpacked) => {
  it("exports what its reviewed list says", async () => {
    const list = entriesOf(unpacked)
      .map(({ specifier, types }) => [specifier, ...exportedBy(types).sort(byName)].join("\n  "))
      .join("\n\n");
    await expect(`${list}\n`).toMatchFileSnapshot(
      `exports/${unpacked.name.replace("@authkit-ui/", "")}.txt`,
    );
  });

  it.each(entriesOf(unpacked))(
    "$specifier has the values that its types promise",
    async (entry) => {
      const promised = exportedBy(entry.types).filter((name) => !name.startsWith("type "));
      const values = Object.keys(await import(entry.code));
      expect(values.filter((name) => !promised.includes(name))).toEqual([]);
      expect(promised.filter((name) => !values.includes(name))).toEqual([]);
      expect(Object.keys(require(entry.commonjs))).toEqual(values);
    },
  );
});
