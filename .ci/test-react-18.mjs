import { requireChromium } from "./chromium.mjs";
import { runSteps } from "./run-steps.mjs";
import { vitest } from "./steps.mjs";

requireChromium();

await runSteps([
  vitest("connect loop on React 18", ["--project", "react 18 (chromium)"], {
    config: "vitest.config.ts",
    folder: "packages/react",
  }),
]);
