import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "emulator",
    environment: "node",
    // One process for all files: starting one takes longer than most of them.
    isolate: false,
    // A test may start the command's own process.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "**/*.browser.test.ts"],
  },
});
