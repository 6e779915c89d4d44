import { writeFileSync } from "node:fs";
import { renderBehaviours } from "./behaviours-page.ts";
import "./bundle-page.ts";
import { renderLogoMarks } from "./logo-marks.ts";

/** Writes what is made of other sources: the hosted page's script, BEHAVIOURS.md and the logos. */
writeFileSync(new URL("../src/catalog/logo-marks.ts", import.meta.url), renderLogoMarks());
writeFileSync(new URL("../BEHAVIOURS.md", import.meta.url), renderBehaviours());
