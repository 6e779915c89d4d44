import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      // Not the kit: its configuration has projects of its own, which Vitest does not nest.
      "packages/{emulator,server}/vitest.config.ts",
      "packages/emulator/vitest.browser.config.ts",
      "apps/*/vitest.config.ts",
      ".ci/release-checks/vitest.config.ts",
      ".storybook/vitest.config.ts",
      ".storybook/vitest.modes.config.ts",
      ".storybook/vitest.node.config.ts",
      {
        test: {
          name: "workspace",
          environment: "node",
          include: [".ci/*.test.mjs"],
          isolate: false,
          // A test may parse every source of the packages.
          testTimeout: 60_000,
        },
      },
    ],
  },
});
