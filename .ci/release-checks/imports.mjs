import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "oxc-parser";

/** Specifiers that a built file imports or re-exports. */
function importsOf(file) {
  const source = readFileSync(file, "utf8");
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0].message}`);
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.map((item) => item.moduleRequest?.value).filter(Boolean),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      source.slice(start, end).replace(/^["'`]|["'`]$/g, ""),
    ),
  ];
}

const isRelative = (specifier) => specifier.startsWith(".");

/** Specifiers of other packages in a built file. */
export const bareImportsOf = (file) =>
  importsOf(file).filter((specifier) => !isRelative(specifier));

/** `@scope/name/deep` → `@scope/name`. */
export const packageOf = (specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** The built files that `starts` reach, themselves included. */
export function reachableFrom(starts) {
  const reached = new Set(starts.filter((file) => existsSync(file)));
  for (const file of reached) {
    for (const specifier of importsOf(file).filter(isRelative)) {
      reached.add(join(dirname(file), specifier));
    }
  }
  return [...reached];
}
