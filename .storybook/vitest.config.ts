import { fileURLToPath } from "node:url";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunch } from "../.ci/chromium.mjs";
import { everyMode } from "./every-mode.ts";

/** Selects the stories with a tag, or those without it. */
export const storiesProject = (name: string, tags: { include?: string[]; exclude?: string[] }) =>
  defineConfig({
    // Absolute paths, because this configuration runs alone and as one of all projects.
    root: fileURLToPath(new URL("..", import.meta.url)),
    plugins: [storybookTest({ configDir: fileURLToPath(new URL(".", import.meta.url)), tags })],
    test: {
      name,
      // A board runs axe in every mode, and a flow waits for frames, popups and a server in the
      // page.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // Storybook tidies up after each story itself; a new page for each file costs half a second.
      isolate: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: chromiumLaunch(),
        }),
        instances: [{ browser: "chromium" }],
      },
    },
  });

export default storiesProject("stories", { exclude: [everyMode] });
