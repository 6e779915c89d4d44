import { requireChromium } from "./chromium.mjs";
import { runSteps } from "./run-steps.mjs";
import { playwright, script, tool, vitest } from "./steps.mjs";

requireChromium();

const kit = { config: "vitest.config.ts", folder: "packages/react" };
const project = (name) => ["--project", name];

// Each lane keeps about one core busy.
await runSteps([], {
  lanes: [
    [
      vitest("kit in Chromium", project("react (chromium)"), kit),
      playwright("end to end", "apps/demo/playwright.config.ts"),
    ],
    [
      tool("lint", "biome", ["check", "--error-on-warnings"]),
      tool("types", "tsc", ["--project", ".ci"]),
      tool("unused code", "knip", ["--config", ".ci/knip.jsonc", "--no-config-hints"]),
      script("import directions", ".ci/import-directions.mjs"),
      script("AuthKit's defects", "packages/react/scripts/check-session-table.mjs"),
      vitest("kit in jsdom", project("react"), kit),
      vitest("server, emulator, apps", ["--project", "!stories", "--project", "!packages"]),
      vitest("stories", project("stories")),
    ],
  ],
});
