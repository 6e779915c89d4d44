import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);

/** Runs a command to its end, with all that it prints in `output`; resolves to its exit code. */
export function run(command, args, { env = {}, output }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", output, output],
      env: { ...process.env, ...env },
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/**
 * What a step comes to. `failures` names what failed, with the first line of why: a log may be cut
 * where the whole of it stood. A run that ends badly without a failed test counts as one failure.
 */
const resultOf = ({ name, code, passed, failures, skipped = 0, tests = [] }) => ({
  passed,
  failures: code !== 0 && failures.length === 0 ? [`${name}: exit code ${code}`] : failures,
  skipped,
  tests,
});

// A colour's codes would stand in the line as signs.
const firstLine = (text = "") => stripVTControlCharacters(text).trim().split("\n")[0];

/** A step that is one check: it passes when the program does. */
const check = (name, program, args) => ({
  name,
  run: async (output) => {
    const code = await run(program, args, { output });
    return resultOf({ name, code, passed: code === 0 ? 1 : 0, failures: [] });
  },
});

/** A check by a tool of our dependencies. */
export const tool = (name, command, args) => check(name, bin(command), args);

/** A check by a script of ours. */
export const script = (name, file) => check(name, process.execPath, [file]);

/** Runs `work` with the path of a report file that is read and thrown away afterwards. */
async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), "authkit-ui-report-"));
  const file = join(folder, "report.json");
  try {
    const code = await work(file);
    const report = JSON.parse(readFileSync(file, "utf8"));
    return { code, report };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The failed tests of Vitest's report, and the files that did not come to their tests. */
const failuresOfVitest = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const file = relative(root, name);
    if (status === "failed" && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map(
      (test) => `${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`,
    );
  });

/** Name and seconds of every test in Vitest's report. */
const timesOfVitest = ({ testResults }) =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${relative(root, name)} › ${fullName}`,
      seconds: (duration ?? 0) / 1000,
    })),
  );

/** A step that runs Vitest, by default with every project. */
export const vitest = (
  name,
  args,
  { env, config = ".ci/vitest.config.ts", folder = "." } = {},
) => ({
  name,
  run: async (output) => {
    const { code, report } = await withReport((file) =>
      run(
        bin("vitest"),
        [
          ...["run", "--config", config, "--root", folder],
          ...["--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
          ...args,
        ],
        { env, output },
      ),
    );
    return resultOf({
      name,
      code,
      passed: report.numPassedTests,
      failures: failuresOfVitest(report),
      skipped: report.numPendingTests + report.numTodoTests,
      tests: timesOfVitest(report),
    });
  },
});

/** The tests of Playwright's report that failed, once or to the end. */
const failuresOfPlaywright = ({ suites = [], specs = [] }) => [
  ...specs
    .filter(({ tests }) =>
      tests.some(({ status }) => status === "unexpected" || status === "flaky"),
    )
    .map(({ file, title, tests }) => {
      const failed = tests.flatMap(({ results }) => results).find((result) => result.error);
      // The first says only that the time is over; a second, what was waited for.
      const errors = (failed?.errors ?? []).map(({ message, location }) =>
        [firstLine(message), location && `(line ${location.line})`].filter(Boolean).join(" "),
      );
      return `${file} › ${title}: ${errors.join("; ")}`;
    }),
  ...suites.flatMap(failuresOfPlaywright),
];

/** Name and seconds of every test in Playwright's report. */
const timesOfPlaywright = ({ suites = [], specs = [] }) => [
  ...specs.map(({ file, title, tests }) => ({
    name: `${file} › ${title}`,
    seconds:
      tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) /
      1000,
  })),
  ...suites.flatMap(timesOfPlaywright),
];

/** Runs one project of a Playwright configuration, with every file by default. */
export const playwright = (name, config, { project, env, files = [] }) => ({
  name,
  run: async (output) => {
    const { code, report } = await withReport((file) =>
      run(
        bin("playwright"),
        ["test", ...files, "--config", config, "--project", project, "--reporter=list,json"],
        { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }, output },
      ),
    );
    const { expected: passed, skipped } = report.stats;
    return resultOf({
      name,
      code,
      passed,
      failures: failuresOfPlaywright(report),
      skipped,
      tests: timesOfPlaywright(report),
    });
  },
});
