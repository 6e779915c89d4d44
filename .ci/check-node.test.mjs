import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { nodeProblem, oldestNode } from "./check-node.mjs";

it.each(["20.19.0", "20.20.1", "21.0.0", "22.12.0", "24.1.0", "100.0.0", "22.0.0-nightly"])(
  "takes Node %s",
  (version) => {
    expect(nodeProblem(version)).toBeNull();
  },
);

it.each(["0.12.18", "8.17.0", "16.20.2", "18.20.8", "20.9.0", "20.18.3"])(
  "refuses Node %s, and says which one to install",
  (version) => {
    expect(nodeProblem(version)).toContain("needs Node 20.19 or newer");
    expect(nodeProblem(version)).toContain(`this is Node ${version}`);
  },
);

it("asks for the version that package.json names", async () => {
  const { engines, scripts } = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  );
  expect(engines.node).toBe(`>=${oldestNode}`);
  for (const name of ["start", "emulator", "doctor"]) {
    expect(scripts[name]).toMatch(/^node \.ci\/run-ts\.mjs /);
  }
});

it("ends a command on an old Node with one sentence, before it loads anything", async () => {
  // As an old Node has it: its own version, in a process of its own.
  const old =
    "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.8'})";
  const script = fileURLToPath(new URL("run-ts.mjs", import.meta.url));
  const { code, stdout, stderr } = await new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", old, script, "not-loaded.ts"],
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.trim().split("\n")).toEqual([
    "authkit-ui needs Node 20.19 or newer, and this is Node 18.20.8.",
    expect.stringContaining("https://nodejs.org"),
  ]);
});
