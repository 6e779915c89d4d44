import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs one step, which prints into `output`, and counts and times it. */
async function timed(step, output) {
  const start = performance.now();
  const counts = await step.run(output).catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
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

/**
 * Runs the steps one after another, then, when there are lanes, those side by side; prints a line
 * of counts and seconds for each step, then the sum.
 */
export async function runSteps(steps, { lanes = [] } = {}) {
  const results = [...(await inTurn(steps)), ...(await sideBySide(lanes))];
  console.log("");
  for (const { name, seconds, passed, failed, skipped } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
    console.log(`${name.padEnd(28)} ${counts.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum("skipped");
  console.log(
    `\n${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`,
  );
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}
