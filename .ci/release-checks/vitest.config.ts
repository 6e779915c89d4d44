import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "packages",
    environment: "node",
    include: ["**/*.test.mjs"],
    globalSetup: ["./unpack.mjs"],
    // Bundlers, browsers and other processes run in here, on a machine that may be busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
