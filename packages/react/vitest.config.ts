import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromium } from "../../.ci/chromium.mjs";
import { backendProxy } from "./test/backend-proxy.ts";
import { commands } from "./test/commands.ts";
import { secondCopy } from "./test/second-copy.ts";

const browserTests = "{src,test}/**/*.browser.test.{ts,tsx}";

const chromium = {
  enabled: true,
  headless: true,
  // Smaller than the window, which Vitest would otherwise scale: a click in AuthKit's frame, which
  // runs in another process, would then land elsewhere.
  viewport: { width: 1000, height: 700 },
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
  }),
  commands,
};

/** One backend and one page: what a test does to either, no other test may meet. */
const oneByOne = { globalSetup: ["./test/backend.ts"], fileParallelism: false };

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          name: "react",
          environment: "jsdom",
          include: ["{src,test}/**/*.test.{ts,tsx}"],
          exclude: [browserTests],
        },
      },
      {
        plugins: [react(), tailwindcss(), backendProxy(), secondCopy()],
        server: { cors: false },
        // Found late, a package would be bundled anew in the middle of a run, with another React.
        optimizeDeps: {
          include: [
            "@picahq/authkit",
            "@tanstack/react-query",
            "axe-core",
            "radix-ui",
            "react",
            "react-dom",
            "react-dom/client",
            "react/jsx-dev-runtime",
          ],
        },
        test: {
          name: "react (chromium)",
          include: [browserTests],
          ...oneByOne,
          browser: { ...chromium, instances: [{ browser: "chromium" }] },
        },
      },
    ],
  },
});
