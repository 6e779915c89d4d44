import { mkdtempSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "./chromium.mjs";
import { checksOf, startEmulator } from "./consumers/check.mjs";
import { consumers } from "./consumers/consumers.mjs";
import { runToEnd } from "./consumers/processes.mjs";
import { runSteps } from "./run-steps.mjs";

/** Names on the command line choose among the products; none chooses all. */
const chosen = process.argv.slice(2);
const base = mkdtempSync(join(tmpdir(), "authkit-ui-consumers-"));

/** Packs the packages as the README says. Resolves to the tarball of each by its name. */
async function packLocal() {
  const output = await runToEnd("npx", ["pnpm@12", "pack:local"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { npm_config_yes: "true" },
  });
  const installed = [...output.matchAll(/^npm i .*$/gm)].join(" ");
  const tarballs = [...installed.matchAll(/"([^"]+\.tgz)"/g)].map(([, path]) => path);
  const nameOf = (path) => basename(path).replace(/^authkit-ui-(\w+)-.*/, "@authkit-ui/$1");
  return Object.fromEntries(tarballs.map((path) => [nameOf(path), path]));
}

/** A step that runs the checks of one product; one that fails leaves the rest undone. */
const product = (consumer, stage) => ({
  name: consumer.folder,
  run: async (output) => {
    const print = (line) => writeSync(output, `   ${line}\n`);
    const { checks, close } = checksOf(consumer, stage);
    let passed = 0;
    const failures = [];
    print(consumer.title);
    try {
      for (const [name, run] of checks) {
        const start = performance.now();
        await run();
        print(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
        passed += 1;
      }
    } catch (error) {
      print(`✗ ${checks[passed][0]}\n${error.message}`);
      const undone = checks.slice(passed + 1).map(([name]) => `${name}: not run`);
      failures.push(`${checks[passed][0]}: ${error.message.split("\n")[0]}`, ...undone);
    } finally {
      await close();
    }
    return { passed, failures, skipped: 0 };
  },
});

// An interrupted run ends by `exit`, at which what it started is stopped.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const closers = [() => rmSync(base, { recursive: true, force: true })];
const stage = { base };

const prepare = {
  name: "pack:local",
  run: async () => {
    stage.packages = await packLocal();
    stage.emulator = await startEmulator(join(base, "emulator"), stage.packages);
    closers.push(stage.emulator.close);
    return { passed: 1, failures: [], skipped: 0 };
  },
};

try {
  stage.browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  closers.push(() => stage.browser.close());
  const products = consumers.filter(({ folder }) => chosen.length === 0 || chosen.includes(folder));
  const steps = products.map((consumer) => product(consumer, stage));
  const isEven = (_step, index) => index % 2 === 0;
  const isOdd = (_step, index) => index % 2 === 1;
  await runSteps([prepare], { lanes: [steps.filter(isEven), steps.filter(isOdd)] });
} finally {
  for (const close of closers.reverse()) await close();
}
