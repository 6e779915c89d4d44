import { writeFileSync } from "node:fs";
import { renderLogoMarks } from "./logo-marks.ts";

writeFileSync(new URL("../src/catalog/logo-marks.ts", import.meta.url), renderLogoMarks());
