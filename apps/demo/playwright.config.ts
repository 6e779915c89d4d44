import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "../../.ci/chromium.mjs";

export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "flows", testMatch: "*.e2e.ts", testIgnore: "accessibility.e2e.ts" },
    { name: "axe", testMatch: "accessibility.e2e.ts" },
  ],
  outputDir: "../../test-results/demo",
  // The tests share one demo, which serves one page as fast as several.
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: chromiumLaunch(),
    // Playwright scrolls the page to press what still moves, and with it a menu that it has measured.
    contextOptions: { reducedMotion: "reduce" },
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    // Shorter than the whole test's, so that a failure names what was waited for.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Without pictures, which cost more than the tests; a trace's snapshots can be looked at.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
});
