import { requireChromium } from "./chromium.mjs";
import { playwright, runSteps, script, tool, typecheck, vitest } from "./steps.mjs";

requireChromium();

await runSteps([
  tool("lint", "biome", ["check", "--error-on-warnings"]),
  typecheck("types"),
  tool("unused code", "knip", ["--config", ".ci/knip.jsonc", "--no-config-hints"]),
  vitest("server, emulator, stories", []),
  vitest("kit in jsdom and Chromium", [], {
    config: "vitest.config.ts",
    folder: "packages/react",
  }),
  script("AuthKit's defects", "packages/react/scripts/check-session-table.mjs"),
  playwright("end to end", "apps/demo/playwright.config.ts"),
]);
