// node .ci/set-repository.mjs https://github.com/OWNER/NAME
// Writes where the packages come from into every manifest: what npm compares with the statement of
// provenance, and what people follow from the registry's page.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["", "packages/contract", "packages/emulator", "packages/react", "packages/server"];

const address = process.argv[2]?.replace(/(\.git|\/)$/, "");
if (!address || !/^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(address)) {
  console.error(
    "Say where the repository is: node .ci/set-repository.mjs https://github.com/OWNER/NAME",
  );
  process.exit(1);
}

for (const folder of folders) {
  const path = join(root, folder, "package.json");
  const manifest = {
    ...JSON.parse(readFileSync(path, "utf8")),
    homepage: folder ? `${address}/tree/main/${folder}#readme` : `${address}#readme`,
    bugs: `${address}/issues`,
    repository: { type: "git", url: `git+${address}.git`, ...(folder && { directory: folder }) },
  };
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${manifest.name}: ${manifest.repository.url}${folder && `, ${folder}`}`);
}
