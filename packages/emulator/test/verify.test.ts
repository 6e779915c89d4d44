import { access, readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { renderBehaviours } from "../scripts/behaviours-page.ts";
import { type ServedEmulator, serveEmulator } from "../src/node.ts";
import type { Generation } from "../src/options.ts";
import { behaviours } from "../src/verify/behaviours.ts";
import { verifyCommand } from "../src/verify/command.ts";

let served: ServedEmulator | undefined;
afterEach(() => served?.close());

/** An account that has one of everything, so that no check remains unknown. */
async function serveAccount(generation: Generation): Promise<ServedEmulator> {
  served = await serveEmulator({ generation, rateLimit: 1000 });
  const { control } = served.emulator;
  for (const platform of ["gmail", "slack", "stripe"]) {
    control.createConnection({ platform, identity: "ann" });
    control.createConnection({ platform, identity: "ann", environment: "live" });
    control.advanceClock({ milliseconds: 1000 });
  }
  const { id } = control.createConnection({ platform: "notion", identity: "bob" });
  control.setConnectionState({ connection: id, state: "failed" });
  control.hidePlatform({ platform: "zoom" });
  return served;
}

async function verifying(options: Parameters<typeof verifyCommand>[0]) {
  const lines: string[] = [];
  const code = await verifyCommand({ ...options, print: (line) => lines.push(line) });
  return { code, output: lines.join("\n") };
}

describe("emulator verify", () => {
  it.each(["pica", "one"] as const)(
    "passes every check for %s against the emulator itself",
    async (generation) => {
      const { origin, emulator } = await serveAccount(generation);
      const before = emulator.control.save();
      const { code, output } = await verifying({
        url: origin,
        secret: "sk_test_local",
        generation,
      });
      expect(output).toMatch(/\n\d+ pass, 0 fail, 0 unknown, \d+ not checked$/);
      expect(code).toBe(0);
      // It sent only GET requests, and nothing has changed.
      const methods = new Set(emulator.control.requests().map(({ method }) => method));
      expect([...methods]).toEqual(["GET"]);
      expect(emulator.control.save()).toEqual(before);
    },
  );

  it("prints which check failed, and what it saw", async () => {
    const { origin, emulator } = await serveAccount("pica");
    emulator.control.addFault({ kind: "lying_pages", pages: 3, path: "/v1/available-connectors" });
    const { code, output } = await verifying({ url: origin, secret: "sk_test_local" });
    expect(code).toBe(1);
    expect(output).toContain("saw: 20 rows, 3 pages of 294");
  });

  it("reports what it cannot check in an empty account as unknown", async () => {
    served = await serveEmulator();
    const { code, output } = await verifying({ url: served.origin, secret: "sk_test_local" });
    expect(code).toBe(0);
    expect(output).toContain("because this environment has no connection");
  });

  it("sends nothing without a key, and never prints one", async () => {
    expect(await verifying({ url: "http://127.0.0.1:1" })).toMatchObject({ code: 2 });
    const { output } = await verifying({ url: "http://127.0.0.1:1", secret: "sk_live_my_own" });
    expect(output).not.toContain("my_own");
  });
});

describe("BEHAVIOURS.md", () => {
  it("names a test file that exists for each behaviour", async () => {
    for (const { testedBy } of behaviours) {
      await access(new URL(`../${testedBy}`, import.meta.url));
    }
  });

  it("is what `generate` writes", async () => {
    const page = await readFile(new URL("../BEHAVIOURS.md", import.meta.url), "utf8");
    expect(page).toBe(renderBehaviours());
  });
});
