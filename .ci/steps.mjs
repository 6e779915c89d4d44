import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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

/** A step that is one check: it passes when the program does. */
const check = (name, program, args) => ({
  name,
  run: async (output) => {
    const failed = (await run(program, args, { output })) === 0 ? 0 : 1;
    return { passed: 1 - failed, failed, skipped: 0 };
  },
});

/** A check that is a tool of our dependencies. */
export const tool = (name, command, args) => check(name, bin(command), args);

/** A check that is a script of ours. */
export const script = (name, file) => check(name, process.execPath, [file]);

/** A step that checks the types of every package and app, and of Storybook: one check each. */
export const typecheck = (name) => ({
  name,
  run: async (output) => {
    const projects = ["packages", "apps"]
      .flatMap((folder) => readdirSync(join(root, folder)).map((entry) => join(folder, entry)))
      .concat(".storybook")
      .map((folder) => join(folder, "tsconfig.json"))
      .filter((path) => existsSync(join(root, path)));
    let failed = 0;
    for (const project of projects) {
      if ((await run(bin("tsc"), ["--project", project], { output })) !== 0) failed += 1;
    }
    return { passed: projects.length - failed, failed, skipped: 0 };
  },
});

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

/**
 * A step that runs Vitest, by default with every project. A run that ends badly without a failed
 * test counts as one.
 */
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
    const failed = report.numFailedTests;
    return {
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  },
});

/** A step that runs an end-to-end suite of Playwright. */
export const playwright = (name, config, env) => ({
  name,
  run: async (output) => {
    const { code, report } = await withReport((file) =>
      run(bin("playwright"), ["test", "--config", config, "--reporter=list,json"], {
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
        output,
      }),
    );
    const { expected, unexpected, flaky, skipped } = report.stats;
    const failed = unexpected + flaky;
    return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
  },
});
