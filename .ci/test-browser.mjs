import { requireChromium } from "./chromium.mjs";
import { runSteps } from "./run-steps.mjs";
import { vitest } from "./steps.mjs";

requireChromium();

await runSteps([], {
  lanes: [
    [
      vitest("kit in other pages", ["--project", "hosts (chromium)"], {
        config: "vitest.config.ts",
        folder: "packages/react",
      }),
    ],
    [vitest("emulator's page", ["--project", "emulator (chromium)"])],
  ],
});
