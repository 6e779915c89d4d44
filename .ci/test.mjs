import { requireChromium } from "./chromium.mjs";
import { runSteps } from "./run-steps.mjs";
import { playwright, script, tool, typecheck, vitest } from "./steps.mjs";

requireChromium();

const kit = { config: "vitest.config.ts", folder: "packages/react" };

// Each lane keeps about one core busy; a browser's test waits more than it works.
await runSteps(
  [
    tool("lint", "biome", ["check", "--error-on-warnings"]),
    typecheck("types"),
    tool("unused code", "knip", ["--config", ".ci/knip.jsonc", "--no-config-hints"]),
    script("AuthKit's defects", "packages/react/scripts/check-session-table.mjs"),
  ],
  {
    lanes: [
      [vitest("kit in jsdom and Chromium", [], kit)],
      [
        vitest("server, emulator, release", ["--project", "!stories"]),
        vitest("stories", ["--project", "stories"]),
        playwright("end to end", "apps/demo/playwright.config.ts"),
      ],
    ],
  },
);
