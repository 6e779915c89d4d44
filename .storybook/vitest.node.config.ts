import { defineConfig } from "vitest/config";

/** What is known of the stories without a browser. */
export default defineConfig({
  test: {
    name: "storybook",
    environment: "node",
    include: ["*.test.ts"],
    // TypeScript reads the whole kit in a hook.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Storybook's own testing tools come as CommonJS wrapped for browsers.
    server: { deps: { inline: [/storybook/] } },
  },
});
