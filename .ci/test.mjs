import { requireChromium } from "./chromium.mjs";
import { check, playwright, runSteps, typecheck, vitest } from "./steps.mjs";

requireChromium();

await runSteps([
  check("lint", "biome", ["check", "--error-on-warnings"]),
  typecheck("types"),
  vitest("unit and browser", []),
  playwright("end to end", "apps/demo/playwright.config.ts"),
]);
