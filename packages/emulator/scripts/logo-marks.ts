import * as icons from "simple-icons";
import { logoIcons } from "./logo-icons.ts";

const propertyName = (name: string) => (/^[a-z]\w*$/.test(name) ? name : JSON.stringify(name));

/**
 * Source text of `src/catalog/logo-marks.ts`: just the marks that the catalog uses, so that a
 * bundle holds a hundred icons instead of Simple Icons' three thousand.
 *
 * @throws Error when Simple Icons no longer has one of the icons.
 */
export function renderLogoMarks(): string {
  const bySlug = new Map(Object.values(icons).map((icon) => [icon.slug, icon]));
  const slugs = [...new Set(Object.values(logoIcons))].sort();
  const marks = slugs.map((slug) => {
    const icon = bySlug.get(slug);
    if (!icon) {
      throw new Error(`Simple Icons has no "${slug}" any more: take it out of logo-icons.ts.`);
    }
    return `  ${propertyName(slug)}: {\n    color: "#${icon.hex}",\n    path: "${icon.path}",\n  },`;
  });
  const platforms = Object.entries(logoIcons).map(
    ([platform, slug]) => `  ${propertyName(platform)}: ${JSON.stringify(slug)},`,
  );
  return [
    "// Made by scripts/generate.ts from Simple Icons (CC0 1.0); not edited by hand.",
    "",
    "export const marks: Readonly<Record<string, { color: string; path: string }>> = {",
    ...marks,
    "};",
    "",
    "export const markOfPlatform: Readonly<Record<string, string>> = {",
    ...platforms,
    "};",
    "",
  ].join("\n");
}
