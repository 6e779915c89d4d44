import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright";
import { launchBrowser } from "../browser/launch.ts";
import { interleave, type Outcome } from "../harness/interleave.ts";
import { type Findings, progress } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import { median } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import { versionsOf } from "../harness/versions.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const rounds = roundsOr(5);

/** Milliseconds from the command. */
interface Start {
  /** Until it says where to look. */
  ready: number;
  /** Until the page shows what can be connected. */
  usable: number;
}

/** Runs a command and waits for the line that says it is ready. */
async function run(command: string, args: string[], env: Record<string, string>, line: RegExp) {
  // A group of its own: npx starts pnpm, pnpm starts the demo, and all must end.
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let output = "";
  const found = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const match = line.exec(output);
      if (match) resolve(match[1] ?? "");
    });
    ended.then(() => reject(new Error(`${command} ended before it was ready:\n${output}`)));
  });
  return {
    found,
    stop: async () => {
      if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}

async function startDemo(browser: Browser): Promise<Start> {
  const dataFolder = await mkdtemp(join(tmpdir(), "authkit-ui-start-"));
  const start = performance.now();
  const ports = { DEMO_PORT: "0", TOKEN_SERVER_PORT: "0", EMULATOR_PORT: "0" };
  const demo = await run(
    "npx",
    ["--yes", "pnpm@12", "start"],
    { ...ports, DATA_FOLDER: dataFolder },
    /Demo\s+(http:\S+)/,
  );
  try {
    const origin = await demo.found;
    const ready = performance.now() - start;
    const page = await browser.newPage();
    await page.goto(origin);
    await page.getByRole("listitem").filter({ hasText: "Gmail" }).first().waitFor();
    const usable = performance.now() - start;
    await page.close();
    return { ready, usable };
  } finally {
    await demo.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** The floor: what the package manager takes before it runs anything. */
async function startNothing(): Promise<Start> {
  const start = performance.now();
  const nothing = await run(
    "npx",
    ["--yes", "pnpm@12", "exec", "node", "-p", "'done'"],
    {},
    /(done)/,
  );
  await nothing.found;
  const ready = performance.now() - start;
  await nothing.stop();
  return { ready, usable: Number.NaN };
}

const rowOf = (who: string, outcome: Outcome<Start> | undefined): Record<string, Cell> =>
  !outcome || "failure" in outcome
    ? { who: `${who}: ${outcome?.failure}` }
    : {
        who,
        ready: median(outcome.samples.map(({ ready }) => ready)) / 1000,
        usable: median(outcome.samples.map(({ usable }) => usable)) / 1000,
      };

/** How long a developer waits for the demo. */
export async function measureStart(): Promise<Findings> {
  const browser = await launchBrowser();
  const [demo, nothing] = ["npx pnpm@12 start", "npx pnpm@12 exec node -p \"'done'\""];
  try {
    const outcomes = await interleave(
      [
        { name: demo, measure: () => startDemo(browser) },
        { name: nothing, measure: startNothing },
      ],
      {
        rounds,
        warmUps: 1,
        onProgress: (name, round) => progress(`start: ${name}, round ${round + 1}`),
      },
    );
    return {
      tables: [
        {
          caption: "From the command on a warm install, seconds",
          columns: [
            { key: "who", title: "command" },
            { key: "ready", title: "ready", digits: 1 },
            { key: "usable", title: "usable page", digits: 1 },
          ],
          rows: [demo, nothing].map((name) => rowOf(name, outcomes.get(name))),
        },
      ],
      notes: [
        `Medians of ${rounds} starts after a warm-up, each on a new data folder. Usable is when ` +
          "the signed-in page shows Gmail among what can be connected, in a browser that already " +
          "runs. The second row is the floor: npx and pnpm before they run anything.",
      ],
      versions: { Chromium: browser.version(), ...versionsOf(["tsx", "playwright"]) },
    };
  } finally {
    await browser.close();
  }
}
