import { withPostgres } from "./postgres.mjs";
import { runSteps } from "./run-steps.mjs";
import { playwright, vitest } from "./steps.mjs";

await withPostgres(async (url) => {
  const env = { TEST_DATABASE_URL: url };
  await runSteps([
    vitest("server on PostgreSQL", ["--project", "server"], { env }),
    playwright("end to end on PostgreSQL", "apps/demo/playwright.config.ts", env),
  ]);
});
