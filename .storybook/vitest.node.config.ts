import { defineConfig } from "vitest/config";

/** What is known of the stories without a browser. */
export default defineConfig({
  test: {
    name: "storybook",
    environment: "node",
    include: ["*.test.ts"],
    isolate: false,
    // A hook compiles the kit's types.
    hookTimeout: 60_000,
    // Storybook's own testing tools come as CommonJS wrapped for browsers.
    server: { deps: { inline: [/storybook/] } },
  },
});
