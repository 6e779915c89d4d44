import { requireChromium } from "./chromium.mjs";
import { runSteps } from "./run-steps.mjs";
import { playwright, vitest } from "./steps.mjs";

requireChromium();

await runSteps([], {
  lanes: [
    [
      vitest(
        "kit in other pages",
        ["--project", "hosts (chromium)", "--project", "hosts (pages)"],
        { config: "vitest.config.ts", folder: "packages/react" },
      ),
    ],
    [
      vitest("stories in every mode", ["--project", "stories in every mode (chromium)"]),
      vitest("emulator's page", ["--project", "emulator (chromium)"]),
      playwright("axe on the demo", "apps/demo/playwright.config.ts", { project: "axe" }),
    ],
  ],
});
