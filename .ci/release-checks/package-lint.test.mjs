import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, it } from "vitest";

describe.each(inject("packages"))("$name", ({ tarball }) => {
  it("has nothing for publint to say, suggestions included", async () => {
    const data = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("resolves its types in every way that TypeScript resolves modules", async () => {
    const packed = createPackageFromTarballData(readFileSync(tarball));
    const { problems } = await checkPackage(packed, {
      excludeEntrypoints: [/\.css$/, "./package.json"],
    });
    expect(
      problems.map(
        (problem) => `${problemKindInfo[problem.kind].title}: ${JSON.stringify(problem)}`,
      ),
    ).toEqual([]);
  });
});
