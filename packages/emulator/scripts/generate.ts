import { readFileSync, writeFileSync } from "node:fs";
import "./bundle-page.ts";
import { renderBehaviours } from "./behaviours-table.ts";
import { renderLogoMarks } from "./logo-marks.ts";

/** Writes what is made of other sources: the hosted page's script, the logos and the README's table. */
writeFileSync(new URL("../src/catalog/logo-marks.ts", import.meta.url), renderLogoMarks());

const readme = new URL("../README.md", import.meta.url);
const text = readFileSync(readme, "utf8");
const [before = "", after = ""] = text.split(/^\| behaviour \|[\s\S]*?\n(?!\|)/m);
writeFileSync(readme, `${before}${renderBehaviours()}\n${after}`);
