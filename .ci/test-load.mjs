// node .ci/test-load.mjs [RUNS]: runs `test` again and again (ten times) beside two busy processes,
// and lists what failed, and how often. What fails here without a cause depends on the machine's speed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const runs = Number(process.argv[2] ?? 10);
const busy = [1, 2].map(() => spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }));
const stop = () => {
  for (const child of busy) child.kill();
};
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
process.once("exit", stop);

/** Runs the tests once; resolves to the lines that name what failed. */
function runTests() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [".ci/test.mjs"], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      const failures = output.split("\n").filter((line) => line.startsWith("✗ "));
      resolve(code !== 0 && failures.length === 0 ? [`✗ exit code ${code}`] : failures);
    });
  });
}

const counts = new Map();
for (let run = 1; run <= runs; run += 1) {
  console.log(`\n══ run ${run} of ${runs}, beside two busy processes`);
  for (const failure of await runTests()) counts.set(failure, (counts.get(failure) ?? 0) + 1);
}
stop();
console.log(`\n${runs} runs, ${counts.size} different failures`);
for (const [failure, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  console.log(`${count}× ${failure}`);
}
process.exitCode = counts.size === 0 ? 0 : 1;
