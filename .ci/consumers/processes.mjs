import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

/** Runs a command to its end and resolves to its output; rejects with all that it said when it fails. */
export async function runToEnd(command, args, { cwd, env = {} }) {
  try {
    const { stdout } = await promisify(execFile)(command, args, {
      cwd,
      env: { ...productEnvironment(), ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} failed:\n${error.stdout}\n${error.stderr}`);
  }
}

/** Ours without what the package manager and the test runner left in it. */
const productEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|pnpm_|NODE_ENV$|INIT_CWD$)/i.test(name),
    ),
  );

/**
 * Starts an npm script in `cwd`; `isReady` looks at everything printed so far, and says when it
 * serves. Resolves to what `isReady` found and to how to end it.
 */
export async function start({ cwd, script = "start", args = [], env = {}, isReady }) {
  const child = spawn("npm", ["run", script, "--", ...args], {
    cwd,
    env: { ...productEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: npm passes no signal on to what it started.
    detached: true,
  });
  let output = "";
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const stop = () => {
    if (child.exitCode === null) process.kill(-child.pid, "SIGTERM");
  };
  process.once("exit", stop);
  const close = async () => {
    process.off("exit", stop);
    stop();
    await exited;
  };
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const ready = await isReady(output);
    if (ready) return { ready, close };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
  throw new Error(`npm run ${script} did not come up:\n${output}`);
}
