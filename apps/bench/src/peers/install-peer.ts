import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Something that teams use instead, pinned. */
export interface Peer {
  dependencies: Readonly<Record<string, string>>;
  /** Versions for what the peer itself depends on, where its own range installs what is broken. */
  overrides?: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

/**
 * Installs the peer alone into a folder outside the repository, so that no two peers' versions
 * meet and none reaches the lock file; its install scripts do not run. The folder is kept for the
 * next run. Resolves to the folder.
 *
 * @throws Error when npm cannot install it.
 */
export async function installPeer({ dependencies, overrides = {} }: Peer): Promise<string> {
  const manifest = JSON.stringify({ private: true, type: "module", dependencies, overrides });
  const name = createHash("sha256").update(manifest).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), "authkit-ui-bench-peers", name);
  if (existsSync(join(folder, "node_modules", ".package-lock.json"))) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), manifest);
  await run(
    "npm",
    ["install", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--silent"],
    { cwd: folder, timeout: 300_000 },
  );
  return folder;
}
