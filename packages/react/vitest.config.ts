import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArgs, findChromium } from "../../.ci/chromium.mjs";

const browserTests = "{src,test}/**/*.browser.test.{ts,tsx}";

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
        plugins: [react(), tailwindcss()],
        test: {
          name: "react (chromium)",
          include: [browserTests],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: chromiumArgs },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
