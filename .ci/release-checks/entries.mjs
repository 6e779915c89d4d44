import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Every module that a consumer can import from an unpacked package, patterns filled in:
 * its specifier and the files of its code, its types and its code for CommonJS. Sheets and JSON are left out.
 */
export function entriesOf({ name, manifest, folder }) {
  return Object.entries(manifest.exports)
    .filter(([, target]) => target.import)
    .flatMap(
      ([
        subpath,
        {
          import: { types, default: code },
          require,
        },
      ]) =>
        wordsOf(folder, code).map((word) => ({
          specifier: join(name, subpath.replace("*", word)),
          code: join(folder, code.replace("*", word)),
          types: join(folder, types.replace("*", word)),
          commonjs: join(folder, require.default.replace("*", word)),
        })),
    );
}

/** What can stand for the `*` of a target; one empty word without one. */
function wordsOf(folder, target) {
  if (!target.includes("*")) return [""];
  const [before, after] = target.split("*");
  if (!existsSync(join(folder, before))) return [];
  return readdirSync(join(folder, before))
    .filter((file) => file.endsWith(after))
    .map((file) => file.slice(0, -after.length));
}

/** The modules at which something starts: what can be imported, and what can be run. */
export const startsOf = (unpacked) => [
  ...entriesOf(unpacked).flatMap(({ code, commonjs }) => [code, commonjs]),
  ...Object.values(unpacked.manifest.bin ?? {}).map((file) => join(unpacked.folder, file)),
];
