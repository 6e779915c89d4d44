// Bundles the hosted page's script, so that the tests run what `src/hosted/client` holds now.
import "./scripts/bundle-page.ts";
import { defineConfig } from "vitest/config";

/** The hosted page in Chromium: `test:browser`. */
export default defineConfig({
  test: {
    name: "emulator (chromium)",
    environment: "node",
    // One process for all files: starting one takes longer than most of them.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    include: ["test/**/*.browser.test.ts"],
  },
});
