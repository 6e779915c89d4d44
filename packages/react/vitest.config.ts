import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { chromiumLaunch } from "../../.ci/chromium.mjs";
import { styles } from "./styles.vite.ts";
import { backendProxy } from "./test/backend-proxy.ts";
import { commands } from "./test/commands.ts";
import { styleSheets } from "./test/host-styles.ts";
import { emulateMedia } from "./test/media.ts";
import { minifiedStyles } from "./test/minified-styles.ts";
import { secondCopy } from "./test/second-copy.ts";

const browserTests = "{src,test}/**/*.browser.test.{ts,tsx}";
/** The kit in layers, forms and pages of other people: `test:browser`. */
const hostTests = "test/hosts/**/*.browser.test.{ts,tsx}";
/** The kit in pages that are left, opened by others, or cut off; Playwright drives them. */
const pageTests = "test/hosts/**/*.test.ts";

const chromium = {
  enabled: true,
  headless: true,
  // Smaller than the window, which Vitest would otherwise scale: a click in AuthKit's frame, which
  // runs in another process, would then land elsewhere.
  viewport: { width: 1000, height: 700 },
  screenshotFailures: false,
  provider: playwright({
    launchOptions: chromiumLaunch(),
    // Playwright scrolls the page to press what still moves, and with it a menu that it has measured.
    contextOptions: { reducedMotion: "reduce" },
  }),
  commands: { ...commands, emulateMedia, minifiedStyles, styleSheets },
};

/** The whole loop, which also runs on the oldest React that the kit takes: `test:react-18`. */
const connectLoop = "test/connect-loop.browser.test.tsx";

const inChromium = (
  name: string,
  include: string[],
  {
    react: reactMajor,
    order,
    exclude = [],
    alias = {},
  }: { react: string; order: number; exclude?: string[]; alias?: Record<string, string> },
): TestProjectInlineConfiguration => ({
  plugins: [react(), styles(), backendProxy(), secondCopy()],
  resolve: { alias },
  server: { cors: false },
  // Apart from the other project's: the bundles hold another React.
  cacheDir: `node_modules/.vite/${name.replaceAll(/\W+/g, "-")}`,
  // Found late, a package would be bundled anew in the middle of a run, with another React.
  optimizeDeps: {
    include: [
      "@ark-ui/react/dialog",
      "@base-ui/react/dialog",
      "@base-ui/react/popover",
      "@headlessui/react",
      "@mui/material/Dialog",
      "@picahq/authkit",
      "@testing-library/react",
      "@tanstack/react-query",
      "axe-core",
      "focus-trap-react",
      "radix-ui",
      "radix-ui/slot",
      "react",
      "react-aria-components",
      "react-dom",
      "react-dom/client",
      "react-dom/server",
      "react/jsx-dev-runtime",
      "vaul",
    ],
  },
  test: {
    // Milliseconds: a frame, a window and a sign-in may each take seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    name,
    include,
    exclude,
    setupFiles: ["./test/browser-setup.ts"],
    // One page for all files: a page of its own for each takes longer than most of their tests.
    isolate: false,
    provide: { reactMajor },
    globalSetup: ["./test/backend.ts"],
    // One backend and one page: what a test does to either, no other test may meet.
    fileParallelism: false,
    sequence: { groupOrder: order },
    browser: { ...chromium, instances: [{ browser: "chromium" }] },
  },
});

const inJsdom: TestProjectInlineConfiguration = {
  plugins: [react()],
  test: {
    name: "react",
    include: ["{src,test}/**/*.test.{ts,tsx}"],
    exclude: [browserTests, pageTests],
    // One page for all files of a worker: a page of its own for each takes longer than most of them.
    isolate: false,
    // They start faster than processes, and these tests need nothing of a process's own.
    pool: "threads",
    environment: "jsdom",
    // Milliseconds: a page of many cards is slow in jsdom, and slower on a busy machine.
    testTimeout: 30_000,
    setupFiles: ["./test/jsdom.ts"],
    provide: { authKitOrigin: "https://authkit.test" },
  },
};

export default defineConfig({
  test: {
    browser: { connectTimeout: 120_000 },
    projects: [
      inJsdom,
      inChromium("react (chromium)", [browserTests], {
        react: "19",
        order: 1,
        exclude: [hostTests],
      }),
      inChromium("hosts (chromium)", [hostTests], { react: "19", order: 2 }),
      {
        test: {
          name: "hosts (pages)",
          environment: "node",
          include: [pageTests],
          exclude: [browserTests],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      inChromium("react 18 (chromium)", [connectLoop], {
        react: "18",
        order: 3,
        alias: { react: "react-18", "react-dom": "react-dom-18" },
      }),
    ],
  },
});
