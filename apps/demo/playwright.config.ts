import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "../../.ci/chromium.mjs";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.e2e.ts",
  outputDir: "../../test-results/demo",
  // One for each core of the machines that we measure on; each starts a demo of its own.
  workers: 2,
  forbidOnly: true,
  // A whole story of a person each; some take minutes on a busy machine.
  timeout: 360_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: chromiumLaunch(),
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    // Without pictures, which cost more than the tests; a trace's snapshots can be looked at.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
});
