import { configDefaults, defineConfig } from "vitest/config";

/**
 * Run by `test:postgres`: statements wait for one another on PostgreSQL alone, and processes that are
 * started to be killed take too long for every run.
 */
const postgresTests = [
  "test/connection-races.test.ts",
  "test/processes.test.ts",
  "test/sweeps.test.ts",
];

export default defineConfig({
  test: {
    name: "server",
    environment: "node",
    // One embedded database for all files of a worker: booting it takes longer than most of them.
    isolate: false,
    globalSetup: ["./test/database-folders.ts"],
    // A test may boot an embedded database or a process.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(process.env.TEST_DATABASE_URL ? [] : postgresTests)],
  },
});
