import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const generator = join(root, ".ci/api-reference/generate.mjs");

/** The pages below a folder, by their path. */
function pagesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => file.endsWith(".md")).sort();
  return Object.fromEntries(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
}

it("docs/api is what the sources say, and describes every exported name", async () => {
  const folder = mkdtempSync(join(tmpdir(), "authkit-ui-api-"));
  try {
    await promisify(execFile)(process.execPath, [generator, folder]);
    const generated = pagesIn(folder);
    expect(Object.keys(generated)).toContain("react.md");
    expect(pagesIn(join(root, "docs/api")), "run `npx pnpm@12 docs:api`").toEqual(generated);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
