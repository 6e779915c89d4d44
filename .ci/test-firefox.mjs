import { runSteps } from "./run-steps.mjs";
import { vitest } from "./steps.mjs";

await runSteps([
  vitest("session in Firefox", [], {
    config: "vitest.firefox.config.ts",
    folder: "packages/react",
  }),
]);
