import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "./chromium.mjs";
import { checksOf, startEmulator } from "./consumers/check.mjs";
import { consumers } from "./consumers/consumers.mjs";
import { packPackages } from "./pack-packages.mjs";
import { runSteps } from "./run-steps.mjs";

/** Names on the command line choose among the products; none chooses all. */
const chosen = process.argv.slice(2);
const base = mkdtempSync(join(tmpdir(), "authkit-ui-consumers-"));

/** A step that runs the checks of one product; one that fails leaves the rest undone. */
const product = (consumer, stage) => ({
  name: consumer.folder,
  run: async () => {
    const { checks, close } = checksOf(consumer, stage);
    let passed = 0;
    const failures = [];
    console.log(`   ${consumer.title}`);
    try {
      for (const [name, run] of checks) {
        await run();
        console.log(`   ✓ ${name}`);
        passed += 1;
      }
    } catch (error) {
      console.error(`   ✗ ${checks[passed][0]}\n${error.message}`);
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
try {
  const packages = await packPackages(base);
  const emulator = await startEmulator(join(base, "emulator"), packages);
  closers.push(emulator.close);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
  closers.push(() => browser.close());

  const stage = { base, packages, emulator, browser };
  await runSteps(
    consumers
      .filter(({ folder }) => chosen.length === 0 || chosen.includes(folder))
      .map((consumer) => product(consumer, stage)),
  );
} finally {
  for (const close of closers.reverse()) await close();
}
