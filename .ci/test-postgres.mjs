import { requireChromium } from "./chromium.mjs";
import { withPostgres } from "./postgres.mjs";
import { runSteps } from "./run-steps.mjs";
import { playwright, vitest } from "./steps.mjs";

requireChromium();

await withPostgres(async (url) => {
  const env = { TEST_DATABASE_URL: url };
  await runSteps([], {
    lanes: [
      [vitest("server on PostgreSQL", ["--project", "server"], { env })],
      [
        playwright("connect loop on PostgreSQL", "apps/demo/playwright.config.ts", {
          env,
          project: "flows",
          files: ["connect-loop"],
        }),
      ],
    ],
  });
});
