import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "emulator",
    environment: "node",
    // Chromium runs beside the other packages' tests, on as few as two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
  },
});
