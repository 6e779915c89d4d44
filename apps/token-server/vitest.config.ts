import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "token-server",
    environment: "node",
    isolate: false,
    globalSetup: ["../../packages/server/test/database-folders.ts"],
    // A test may boot an embedded database.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
  },
});
