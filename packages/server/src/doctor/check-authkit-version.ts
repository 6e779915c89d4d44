import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type CheckResult, notChecked, ok } from "./check-result.ts";

const name = "@picahq/authkit";

/** The version that the kit's own tests run with. */
export const testedAuthKit = "1.0.10";

/** The version that is installed for a folder, or null. */
async function installedVersion(folder: string): Promise<string | null> {
  // Reads the file directly, because the package may not export its package.json.
  const places = createRequire(join(folder, "index.js")).resolve.paths(name) ?? [];
  for (const place of places) {
    try {
      const { version } = JSON.parse(await readFile(join(place, name, "package.json"), "utf8"));
      return String(version);
    } catch {
      // Not here.
    }
  }
  return null;
}

const compare = new Intl.Collator("en", { numeric: true }).compare;

/**
 * Reports an AuthKit that is newer than the tested version. A page cannot detect this, because the
 * package exports no version. Null if the folder has no AuthKit, e.g. in a back end.
 */
export async function checkAuthKitVersion(folder: string): Promise<CheckResult | null> {
  const installed = await installedVersion(folder);
  if (installed === null) return null;
  return compare(installed, testedAuthKit) > 0
    ? notChecked(
        name,
        `${installed} is installed here, and the kit is tested with ${testedAuthKit}. It may work: ` +
          `connect an account before you ship it, or install ${name}@${testedAuthKit}.`,
      )
    : ok(name, `${installed} is installed, and the kit is tested with ${testedAuthKit}.`);
}
