import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs one step, which prints into `output`, and counts and times it. */
async function timed(step, output) {
  const start = performance.now();
  const counts = await step.run(output).catch((error) => {
    console.error(error);
    return { passed: 0, failures: [`${step.name}: ${error.message}`], skipped: 0 };
  });
  return { name: step.name, seconds: (performance.now() - start) / 1000, ...counts };
}

async function inTurn(steps) {
  const results = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}`);
    results.push(await timed(step, "inherit"));
  }
  return results;
}

/**
 * Runs each lane's steps in turn, and the lanes at the same time. What a step prints is held back
 * until it ends, so that no two are mixed.
 */
async function sideBySide(lanes) {
  const folder = mkdtempSync(join(tmpdir(), "authkit-ui-output-"));
  const runLane = async (steps, lane) => {
    const results = [];
    for (const [turn, step] of steps.entries()) {
      console.log(`\n── ${step.name}: started`);
      const file = join(folder, `${lane}-${turn}.log`);
      const output = openSync(file, "w");
      results.push(await timed(step, output));
      closeSync(output);
      console.log(`\n── ${step.name}\n${readFileSync(file, "utf8")}`);
    }
    return results;
  };
  try {
    return (await Promise.all(lanes.map(runLane))).flat();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The tests that took longest, of all steps that time theirs. */
function slowestOf(results) {
  const tests = results.flatMap(({ tests = [] }) => tests);
  return tests.sort((one, other) => other.seconds - one.seconds).slice(0, 10);
}

const inSeconds = (seconds) => `${seconds.toFixed(1).padStart(6)} s`;

const countsOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;

/**
 * Runs the steps one after another, then, when there are lanes, those side by side; prints a line
 * of counts and seconds for each step, the ten slowest tests, what failed, and the sum.
 */
export async function runSteps(steps, { lanes = [] } = {}) {
  const results = [...(await inTurn(steps)), ...(await sideBySide(lanes))];
  console.log("");
  for (const { name, seconds, ...result } of results) {
    const counts = countsOf({ ...result, failed: result.failures.length });
    console.log(`${name.padEnd(28)} ${counts.padEnd(28)} ${inSeconds(seconds)}`);
  }
  const slowest = slowestOf(results);
  if (slowest.length > 0) console.log("\nThe slowest tests:");
  for (const { name, seconds } of slowest) console.log(`${inSeconds(seconds)}  ${name}`);
  console.log("");
  const failures = results.flatMap((result) => result.failures);
  for (const failure of failures) console.log(`✗ ${failure}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const counts = { passed: sum("passed"), failed: failures.length, skipped: sum("skipped") };
  console.log(`\n${countsOf(counts)}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
