// Storybook's own user interface comes unminified: a quarter of what a plain file server sends.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const folder = fileURLToPath(new URL("../storybook-static/sb-manager", import.meta.url));

for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
  const path = join(folder, name);
  const { code } = transformSync(readFileSync(path, "utf8"), {
    minify: true,
    legalComments: "eof",
  });
  writeFileSync(path, code);
}
