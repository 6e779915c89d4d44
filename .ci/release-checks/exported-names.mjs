import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";

const declaresValue = /^export declare (abstract )?(class|const|enum|function|let|var)\b/;

/** Names that a declaration file exports, `type ` before those that are types alone. */
export function exportedBy(file) {
  const source = readFileSync(file, "utf8");
  const { module } = parseSync(file, source);
  return module.staticExports.flatMap(({ start, end, entries }) => {
    const isValue = declaresValue.test(source.slice(start, end));
    return entries.flatMap(({ exportName, isType, moduleRequest }) =>
      exportName.kind === "None"
        ? exportedBy(join(dirname(file), moduleRequest.value.replace(/\.tsx?$/, ".d.ts")))
        : [(isType && !isValue ? "type " : "") + (exportName.name ?? "default")],
    );
  });
}
