import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createHarness, type Harness } from "./harness.ts";

/** The sizes and times of day of each request that reached Pica, for counting round trips. */
function createTimedHarness(emulatorOptions = {}) {
  const spans: { path: string; start: number; end: number }[] = [];
  let clock = 0;
  const harness: Harness = createHarness(
    {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const span = { path: request.url, start: clock++, end: Number.POSITIVE_INFINITY };
        spans.push(span);
        const answer = await harness.emulator.fetch(request);
        // Whatever can start before this answer is there, starts.
        await new Promise((resolve) => setTimeout(resolve, 5));
        span.end = clock++;
        return answer;
      },
    },
    emulatorOptions,
  );
  return { ...harness, spans };
}

describe("where the official client fails", () => {
  it("every fault is answered with its problem, and no output holds the secret", async () => {
    const program = fileURLToPath(new URL("token-faults.ts", import.meta.url));
    const run = promisify(execFile);
    const { stdout, stderr } = await run(process.execPath, ["--import", "tsx", program]);
    const [, outcomes] = /^OUTCOMES (.*)$/m.exec(stdout) ?? [];
    expect(JSON.parse(outcomes ?? "{}")).toEqual({
      "T1 a 401 with a body": "upstream_unauthorized, 2 requests",
      "T1 a 503 of HTML": "upstream_unavailable, 2 requests",
      "T2 a broken connection": "upstream_unavailable, 2 requests",
      "T3 failing flags": "issued 294, 5 requests",
      "T4 no answer": "upstream_timeout, 2 requests",
      "T5 a 429": "upstream_rate_limited, 2 requests",
      "T6 a 200 of HTML": "upstream_invalid, 2 requests",
      "T7 two million pages": "issued 294, 4 requests",
      "T8 a redirect": "upstream_unavailable, thief got nothing",
      "T9 a malformed key": "secret_malformed",
    });
    expect(stdout + stderr).not.toContain("sk_test_local");
    expect(stderr).toContain("A request failed.");
  });

  it("a token costs two round trips at most, and the flags none of their own", async () => {
    const { ann, session, token, spans } = createTimedHarness();
    const { ticket } = await session(ann);
    await token(ticket);
    const first = spans.find(({ path }) => path.includes("page=1"));
    const flags = spans.find(({ path }) => path.includes("/flags"));
    const later = spans.filter(({ path }) => /page=[23]/.test(path));
    expect(later).toHaveLength(2);
    expect(flags?.start).toBeLessThan(first?.end ?? 0);
    const [second, third] = later;
    expect(second?.start).toBeGreaterThan(first?.end ?? 0);
    expect(third?.start).toBeLessThan(second?.end ?? 0);

    spans.length = 0;
    await token(ticket);
    expect(spans.some(({ path }) => path.includes("/flags"))).toBe(false);
  });

  it("AuthKit's page, which asks for page 1, gets all of them in two round trips", async () => {
    const { ann, session, token, spans } = createTimedHarness();
    const { ticket } = await session(ann);
    const body = await (await token(ticket, "?page=1&limit=100")).json();
    expect(body).toMatchObject({ page: 1, pages: 1, total: 294 });
    expect(body.rows).toHaveLength(294);
    const [first, second, third] = spans.filter(({ path }) => path.includes("page="));
    expect(second?.start).toBeGreaterThan(first?.end ?? 0);
    expect(third?.start).toBeLessThan(second?.end ?? 0);
  });

  it("another page or limit reaches Pica, one page for one request", async () => {
    const { ann, session, token, emulator } = createHarness();
    const { ticket } = await session(ann);
    const body = await (await token(ticket, "?page=1&limit=50")).json();
    expect(body).toMatchObject({ page: 1, pages: 6, total: 294, isWhiteLabel: false });
    expect(body.rows).toHaveLength(50);
    const mints = emulator.control.requests().filter(({ path }) => path.endsWith("/authkit"));
    expect(mints.map(({ query }) => query)).toEqual([{ page: "1", limit: "50" }]);
  });

  it("rows that come twice are passed on once", async () => {
    const { ann, session, token, emulator } = createHarness();
    emulator.control.addFault({ kind: "duplicate_pages" });
    const { ticket } = await session(ann);
    const { rows } = await (await token(ticket)).json();
    const ids = rows.map(({ id }: { id: number }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(100);
  });

  it("a base address with a slash at its end makes no double slash", async () => {
    const { ann, session, token, upstream } = createHarness({
      pica: { baseUrl: "https://pica.test/" },
    });
    await token((await session(ann)).ticket);
    expect(upstream().filter((line) => line.includes("//"))).toEqual([]);
    expect(upstream()).toContain("POST /v1/authkit");
  });

  it("rows are passed on whole: what AuthKit's page needs of them is not ours to guess", async () => {
    const { ann, session, token } = createHarness();
    const { rows } = await (await token((await session(ann)).ticket)).json();
    expect(rows[0]).toMatchObject({
      id: expect.any(Number),
      connectionDefId: expect.any(Number),
      title: expect.any(String),
      secretId: null,
      clientIdDisplay: null,
      clientSecretDisplay: null,
    });
  });

  it("a page is passed on with every field, and without malformed rows", async () => {
    const page = { requestId: 1, pages: 3, total: 294, page: 1, other: { field: true } };
    const { ann, session, token } = createHarness({
      fetch: async (input) =>
        Response.json(
          String(input).endsWith("/flags")
            ? {}
            : { ...page, rows: [null, { id: 1, title: "Gmail" }, "<html>"] },
        ),
    });
    const { ticket } = await session(ann);
    expect(await (await token(ticket, "?page=1&limit=50")).json()).toEqual({
      ...page,
      rows: [{ id: 1, title: "Gmail" }],
      isWhiteLabel: false,
    });
  });

  it("a page of One, whose token says its label itself, is passed on without another", async () => {
    const page = { rows: [], requestId: 1, pages: 1, total: 0, page: 1, isWhiteLabel: true };
    const { ann, session, token } = createHarness({
      pica: { generation: "one" },
      fetch: async () => Response.json(page),
    });
    const { ticket } = await session(ann);
    expect(await (await token(ticket, "?page=1")).json()).toEqual(page);
  });

  it("a white-label account is told so", async () => {
    const { ann, session, token } = createHarness({}, { whiteLabel: true });
    expect(await (await token((await session(ann)).ticket)).json()).toMatchObject({
      isWhiteLabel: true,
    });
  });

  it("the official package is no part of what we ship", async () => {
    const read = async (name: string) => readFile(new URL(`../${name}`, import.meta.url), "utf8");
    const manifest = JSON.parse(await read("package.json"));
    const shipped = { ...manifest.dependencies, ...manifest.peerDependencies };
    expect(Object.keys(shipped).filter((name) => name.startsWith("@picahq"))).toEqual([]);
    // Exact, so that what was compared is what stays compared.
    expect(manifest.devDependencies["@picahq/authkit-token"]).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
