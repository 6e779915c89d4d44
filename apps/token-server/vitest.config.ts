import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "token-server",
    environment: "node",
    // The embedded database may take seconds to boot on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
  },
});
