// Opens every page of the Storybook that a designer can, stories and docs, and fails when one is not
// seen or writes to the console. The development server by default; `--built` opens what was built.
// Any other word on the command line chooses among the ids.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../.ci/chromium.mjs";
import { freePort } from "../.ci/free-port.mjs";
import { serveBuilt } from "./serve-built.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const patience = 20_000;

/** Starts the development server; resolves once it answers. */
async function startDevelopment() {
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  const command = ["dev", "--ci", "--no-open", "--disable-telemetry", "--port", `${port}`];
  const server = spawn("node_modules/.bin/storybook", command, { cwd: root, stdio: "ignore" });
  process.once("exit", () => server.kill());
  const end = Date.now() + patience;
  while (!(await fetch(`${url}index.json`).catch(() => null))?.ok) {
    if (server.exitCode !== null || Date.now() > end) throw new Error("Storybook did not start.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, close: () => server.kill() };
}

/** What a page says to developers, and what it could not do. */
function listen(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isChosen = ({ id }) => words.length === 0 || words.some((word) => id.includes(word));
const isBuilt = process.argv.includes("--built");
const storybook = await (isBuilt ? serveBuilt() : startDevelopment());
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
let failed = 0;
try {
  const context = await browser.newContext();
  // Asked for by the browser, not by a page.
  await context.route("**/favicon.ico", (route) => route.fulfill({ body: "" }));
  const { entries } = await (await fetch(`${storybook.url}index.json`)).json();
  // A played story opens windows, which a browser leaves to a person's press: the tests play them.
  const pages = Object.values(entries).filter(
    (entry) => isChosen(entry) && !entry.tags.includes("play-fn"),
  );
  for (const { id, type } of pages) {
    const page = await context.newPage();
    const complaints = listen(page);
    const body =
      type === "docs"
        ? ".sb-show-main:has(#storybook-docs h1)"
        : ".sb-show-main:has(.ak, .board-page)";
    try {
      await page.goto(`${storybook.url}iframe.html?id=${id}&viewMode=${type}`);
      await page.locator(body).waitFor({ timeout: patience, state: "attached" });
    } catch (error) {
      complaints.push(error.message);
    }
    if (complaints.length > 0) {
      failed += 1;
      console.error(`${id}\n  ${complaints.join("\n  ")}`);
    }
    await page.close();
  }
  console.log(`${pages.length - failed} passed, ${failed} failed`);
} finally {
  await browser.close();
  storybook.close();
}
process.exit(failed > 0 ? 1 : 0);
