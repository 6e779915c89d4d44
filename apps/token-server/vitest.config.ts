import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "token-server",
    environment: "node",
    isolate: false,
    // A test may boot an embedded database.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 5_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
  },
});
