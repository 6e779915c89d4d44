import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/**
 * Flags for a Chromium that runs as root, in a container, without reaching out to the network
 * for itself (component updates and the like flood the log of a closed network).
 */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Path of a Chromium on this machine, or `undefined`: `CHROMIUM_PATH`, the system's, Playwright's.
 */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...systemPaths, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

const run = (command, args) => execFileSync(command, args, { stdio: "inherit" });

/** Finds Chromium, or installs it; throws with what to do when neither works. */
export function requireChromium() {
  const found = findChromium();
  if (found) return found;
  const attempts = [
    () => run("npx", ["--yes", "playwright", "install", "chromium"]),
    () => {
      run("apt-get", ["update", "-qq"]);
      run("apt-get", ["install", "-y", "-qq", "chromium"]);
    },
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      continue;
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium was found, and none could be installed. Install Chromium or Chrome " +
      "(Debian: apt-get install chromium), or set CHROMIUM_PATH to its executable.",
  );
}

/** What Playwright is to start Chromium with; its own Chromium where none is installed. */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return { args: chromiumArgs, ...(executablePath !== undefined && { executablePath }) };
}
