import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { styles } from "./styles.vite.ts";
import { backendProxy } from "./test/backend-proxy.ts";
import { commands } from "./test/commands.ts";
import { firefox, postFromAuthKit } from "./test/firefox.ts";
import { minifiedStyles } from "./test/minified-styles.ts";

/**
 * The guard, the frame's adoption, the dialog, forged messages and colour schemes, in the system's
 * Firefox.
 */
export default defineConfig({
  plugins: [react(), styles(), backendProxy()],
  server: { cors: false },
  cacheDir: "node_modules/.vite/firefox",
  optimizeDeps: {
    include: [
      "@picahq/authkit",
      "@testing-library/react",
      "@tanstack/react-query",
      "radix-ui/slot",
      "react",
      "react-dom",
      "react-dom/client",
    ],
  },
  test: {
    name: "react (firefox)",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    setupFiles: ["./test/browser-setup.ts"],
    include: [
      "src/session/{mount-frame,dialog,forging,message-guard}.browser.test.{ts,tsx}",
      "test/hosts/color-schemes.browser.test.ts",
    ],
    provide: { reactMajor: "19" },
    globalSetup: ["./test/backend.ts"],
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      connectTimeout: 120_000,
      screenshotFailures: false,
      provider: firefox(),
      commands: { ...commands, minifiedStyles, postFromAuthKit },
      instances: [{ browser: "firefox" }],
    },
  },
});
