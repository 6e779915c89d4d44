import { runSteps } from "./run-steps.mjs";
import { vitest } from "./steps.mjs";

await runSteps([vitest("release checks", ["--project", "packages"])]);
