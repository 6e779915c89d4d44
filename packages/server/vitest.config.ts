import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "server",
    environment: "node",
    // One embedded database for all files of a worker: booting it takes longer than most of them.
    isolate: false,
    // A test may boot an embedded database or a process.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 5_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // The embedded database has one connection: there, no statement waits for another.
    exclude: [
      ...configDefaults.exclude,
      ...(process.env.TEST_DATABASE_URL ? [] : ["test/connection-races.test.ts"]),
    ],
  },
});
