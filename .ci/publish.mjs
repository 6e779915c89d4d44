// Publishes the versions that the registry does not have yet, the same tarballs that the checks open,
// each with a statement of where it was built. For the workflow `release`; `--dry-run` publishes nothing.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { packPackages } from "./pack-packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const isDryRun = process.argv.includes("--dry-run");
const execute = promisify(execFile);

const { repository } = JSON.parse(readFileSync(join(root, "packages/react/package.json"), "utf8"));
if (!repository && !isDryRun) {
  throw new Error(
    "The manifests name no repository, which npm compares with the statement of provenance. " +
      "Run `node .ci/set-repository.mjs https://github.com/OWNER/NAME` and commit what it changes.",
  );
}

/** Whether the registry has that version; any other failure than its absence is one. */
async function isPublished({ name, version }) {
  try {
    await execute("npm", ["view", `${name}@${version}`, "version"], { cwd: tmpdir() });
    return true;
  } catch (error) {
    if (error.stderr.includes("E404")) return false;
    throw error;
  }
}

const folder = mkdtempSync(join(tmpdir(), "authkit-ui-release-"));
try {
  for (const packed of await packPackages(folder)) {
    if (await isPublished(packed)) continue;
    const kind = isDryRun ? ["--dry-run"] : ["--provenance"];
    await execute("npm", ["publish", packed.tarball, "--access", "public", ...kind]);
    // In the words by which the workflow's action finds what to write a release for.
    console.log(`New tag: ${packed.name}@${packed.version}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (!isDryRun) await execute("npx", ["--yes", "pnpm@12", "changeset", "tag"], { cwd: root });
