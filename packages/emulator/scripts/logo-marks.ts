import { icons as logos } from "@iconify-json/logos";
import * as simpleIcons from "simple-icons";
import { logoIcons } from "./logo-icons.ts";

const propertyName = (name: string) => (/^[a-z]\w*$/.test(name) ? name : `"${name}"`);

interface Mark {
  viewBox: string;
  body: string;
}

const simpleBySlug = new Map(Object.values(simpleIcons).map((icon) => [icon.slug, icon]));

/** @throws Error when the icon set no longer has the icon. */
function findMark(name: string): Mark {
  const [set, slug = ""] = name.split(":");
  const simple = set === "simple-icons" && simpleBySlug.get(slug);
  if (simple) {
    const body = `<path fill="#${simple.hex}" d="${simple.path}"/>`;
    return { viewBox: "0 0 24 24", body };
  }
  const logo = set === "logos" && logos.icons[slug];
  if (logo) {
    const { width = logos.width, height = logos.height, body } = logo;
    return { viewBox: `0 0 ${width} ${height}`, body };
  }
  throw new Error(`There is no icon "${name}" any more: take it out of logo-icons.ts.`);
}

/**
 * Source text of `src/catalog/logo-marks.ts`: just the marks that the catalog uses, so that a
 * bundle holds a hundred and some icons instead of five thousand.
 *
 * @throws Error when an icon set no longer has one of the icons.
 */
export function renderLogoMarks(): string {
  const names = [...new Set(Object.values(logoIcons))].sort();
  const marks = names.map((name) => {
    const { viewBox, body } = findMark(name);
    return `  "${name}": {\n    viewBox: "${viewBox}",\n    body: '${body}',\n  },`;
  });
  const platforms = Object.entries(logoIcons).map(
    ([platform, name]) => `  ${propertyName(platform)}: "${name}",`,
  );
  return [
    "// Made by scripts/generate.ts from SVG Logos and Simple Icons (both CC0 1.0); not edited by hand.",
    "",
    "export const marks: Readonly<Record<string, { viewBox: string; body: string }>> = {",
    ...marks,
    "};",
    "",
    "export const markOfPlatform: Readonly<Record<string, string>> = {",
    ...platforms,
    "};",
    "",
  ].join("\n");
}
