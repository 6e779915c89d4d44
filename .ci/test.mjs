import { requireChromium } from "./chromium.mjs";
import { playwright, runSteps, script, tool, typecheck, vitest } from "./steps.mjs";

requireChromium();

await runSteps([
  tool("lint", "biome", ["check", "--error-on-warnings"]),
  typecheck("types"),
  tool("unused code", "knip", ["--config", ".ci/knip.jsonc", "--no-config-hints"]),
  vitest("unit and browser", []),
  script("AuthKit's defects", "packages/react/scripts/check-session-table.mjs"),
  playwright("end to end", "apps/demo/playwright.config.ts"),
]);
