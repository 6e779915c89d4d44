import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../../../.ci/free-port.mjs";
import { type ServedEmulator, type ServeOptions, serveEmulator } from "./node.ts";

let folder: string;
let served: ServedEmulator[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterEach(async () => {
  for (const { close } of served) await close();
  served = [];
  await rm(folder, { recursive: true });
});

async function serve(options?: ServeOptions): Promise<ServedEmulator> {
  const one = await serveEmulator(options);
  served.push(one);
  return one;
}

/** A request with a `Host` of its own, which `fetch` does not let one write. */
const askAs = (host: string, address: string) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    request(address, { headers: { host } }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, text }));
    })
      .on("error", reject)
      .end();
  });

const flags = (origin: string) =>
  fetch(`${origin}/v1/users/flags`, { headers: { "x-pica-secret": "sk_test_local" } });

describe("An emulator on a port", () => {
  it("takes a free port and says under which address it is reached", async () => {
    const { origin } = await serve();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await flags(origin)).status).toBe(200);
  });

  describe.each([
    ["127.0.0.1:8788", 200],
    ["127.8.9.1", 200],
    ["localhost:8788", 200],
    ["LOCALHOST", 200],
    ["authkit.localhost:1", 200],
    ["[::1]:8788", 200],
    ["pica.internal:8788", 200],
    ["evil.example", 421],
    ["evil.example:8788", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["evillocalhost", 421],
    ["0.0.0.0:8788", 421],
    ["192.168.1.7", 421],
    ["[::2]", 421],
  ])("asked for the host %s", (host, status) => {
    it.each(["/v1/users/flags", "/", "/__emulator"])(`answers ${status} at %s`, async (path) => {
      const { origin } = await serve({ allowedHosts: ["pica.internal"] });
      const answer = await askAs(host, `${origin}${path}`);
      if (status === 421) {
        expect(answer.status).toBe(421);
        expect(JSON.parse(answer.text)).toMatchObject({
          code: "host_not_allowed",
          detail: expect.stringContaining("--allowed-host"),
        });
      } else {
        expect(answer.status).not.toBe(421);
      }
    });
  });

  it("answers for the host of the origin that it was given", async () => {
    const port = await freePort();
    await serve({ port, origin: "https://pica.tunnel.example" });
    const answer = await askAs("pica.tunnel.example", `http://127.0.0.1:${port}/`);
    expect(answer.status).not.toBe(421);
  });

  it("says plainly that a port is taken", async () => {
    const { origin } = await serve();
    const port = Number(new URL(origin).port);
    await expect(serveEmulator({ port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken. Stop what listens there, or choose another with --port.`,
    );
  });

  it("breaks the real connection when asked to", async () => {
    const { origin, emulator } = await serve();
    emulator.control.addFault({ kind: "dropped_socket", times: 1 });
    await expect(flags(origin)).rejects.toThrow("fetch failed");
    expect((await flags(origin)).status).toBe(200);
  });

  it("serves ten instances that share nothing", async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => serve()));
    for (const [index, { emulator }] of ten.entries()) {
      for (let count = 0; count < index; count += 1) {
        emulator.control.createConnection({ platform: "gmail" });
      }
    }
    const totals = await Promise.all(
      ten.map(async ({ origin }) => {
        const headers = { "x-pica-secret": "sk_test_local" };
        const answer = await fetch(`${origin}/v1/vault/connections`, { headers });
        return ((await answer.json()) as { total: number }).total;
      }),
    );
    expect(totals).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("A state file", () => {
  it("brings everything back after a restart", async () => {
    const stateFile = join(folder, "deep", "state.json");
    const first = await serve({ stateFile });
    const { key } = first.emulator.control.createConnection({ platform: "gmail", identity: "ann" });
    await first.close();

    const second = await serve({ stateFile });
    expect(second.emulator.control.connections()).toMatchObject([{ key, identity: "ann" }]);
  });

  it("is written whole or not at all, and leaves nothing beside it", async () => {
    const stateFile = join(folder, "state.json");
    const { emulator, close } = await serve({ stateFile });
    for (let count = 0; count < 50; count += 1) {
      emulator.control.createConnection({ platform: "gmail" });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await close();
    expect(await readdir(folder)).toEqual(["state.json"]);
    expect(JSON.parse(await readFile(stateFile, "utf8")).connections).toHaveLength(50);
  });

  it.each(["{", '{"version":2}', '{"version":1,"connections":[{}]}'])(
    "that holds %s stops the start and says what to do",
    async (content) => {
      const stateFile = join(folder, "state.json");
      await writeFile(stateFile, content);
      await expect(serveEmulator({ stateFile })).rejects.toThrow(/delete it to start afresh/);
      expect(await readFile(stateFile, "utf8")).toBe(content);
    },
  );
});
