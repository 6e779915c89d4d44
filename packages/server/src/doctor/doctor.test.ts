import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import {
  authKitOrigin,
  cookieOf,
  createHarness,
  type Harness,
  ownOrigin,
} from "../../test/harness.ts";
import { createNodeListener } from "../node.ts";
import { checkAuthKitVersion, testedAuthKit } from "./check-authkit-version.ts";
import { diagnose, exitCode } from "./diagnose.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A report by check; requests go straight to the handler, through what may stand before it. */
async function examine(
  harness: Harness,
  options: {
    endpoint?: string;
    login?: boolean;
    /** What a proxy in front makes of `Host`. */
    rewriteHost?: string;
    before?: (request: Request) => Response | undefined;
    now?: () => number;
    generation?: "pica" | "one";
  } = {},
) {
  const { connect, ann } = harness;
  const results = await diagnose({
    endpoint: options.endpoint ?? `${ownOrigin}/api/connect/`,
    authKitOrigin,
    ...(options.login !== false && { login: { cookie: cookieOf(ann) } }),
    ...(options.now && { now: options.now }),
    ...(options.generation && { generation: options.generation }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (options.rewriteHost) request.headers.set("host", options.rewriteHost);
      const answer = options.before?.(request) ?? (await connect.handler(request));
      // As an HTTP server adds it.
      answer.headers.set("date", new Date().toUTCString());
      return answer;
    },
  });
  const report = Object.fromEntries(results.map(({ check, state }) => [check, state]));
  const texts = Object.fromEntries(results.map(({ check, text }) => [check, text]));
  return { report, texts, code: exitCode(results) };
}

describe("the doctor", () => {
  it("passes every check of a healthy server, and leaves nothing behind", async () => {
    const harness = createHarness();
    const { report, texts, code } = await examine(harness);
    expect(new Set(Object.values(report))).toEqual(new Set(["ok"]));
    expect(code).toBe(0);
    expect(texts).toMatchObject({
      "token body": "AuthKit's list has 294 entries.",
      environment: 'The key belongs to the environment "test".',
      catalog: "294 connectors are offered.",
    });
    expect(harness.emulator.control.connections()).toEqual([]);
  });

  it("says what it could not check without a login", async () => {
    const { report, code } = await examine(createHarness(), { login: false });
    expect(report).toMatchObject({
      session: "not checked",
      key: "not checked",
      "other origins": "ok",
    });
    expect(code).toBe(2);
  });

  it.each([
    [401, "upstream_unauthorized", "PICA_SECRET_KEY"],
    [402, "upstream_quota_exceeded", "plan"],
    [500, "upstream_unavailable", "outgoing"],
  ])("names cause and fix when Pica answers %i", async (status, cause, fix) => {
    const harness = createHarness();
    harness.emulator.control.addFault({ kind: "status", status });
    const { report, texts, code } = await examine(harness);
    expect(report).toMatchObject({ key: "fail", "token body": "not checked", session: "ok" });
    expect(texts.key).toContain(cause);
    expect(texts.key).toContain(fix);
    expect(report.catalog).toBe("fail");
    expect(texts.catalog).toContain(cause);
    expect(texts.catalog).toContain(fix);
    expect(texts.catalog).not.toContain("`platforms`");
    expect(code).toBe(1);
  });

  it("names One’s key and settings for a server on One", async () => {
    const harness = createHarness(
      { pica: { generation: "one" } },
      { generation: "one", catalog: [] },
    );
    const { report, texts } = await examine(harness, { generation: "one" });
    expect(report).toMatchObject({ key: "ok", "token body": "fail" });
    expect(texts.key).toBe("One accepts the secret key.");
    expect(texts["token body"]).toContain("app.withone.ai");
    harness.emulator.control.addFault({ kind: "status", status: 401 });
    const refused = await examine(harness, { generation: "one" });
    expect(refused.texts.key).toContain("Replace ONE_SECRET_KEY");
  });

  it.each([
    [testedAuthKit, "ok", "is installed"],
    ["1.0.9", "ok", "is installed"],
    ["1.0.11", "not checked", `install @picahq/authkit@${testedAuthKit}`],
    ["1.10.0", "not checked", "before you ship it"],
  ])("compares an installed AuthKit %s with the tested one", async (version, state, text) => {
    const root = await mkdtemp(join(tmpdir(), "authkit-ui-doctor-"));
    const folder = join(root, "node_modules/@picahq/authkit");
    await mkdir(folder, { recursive: true });
    // Like a package that does not export its package.json.
    const manifest = { name: "@picahq/authkit", version, exports: { ".": "./index.js" } };
    await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
    expect(await checkAuthKitVersion(join(root, "src"))).toMatchObject({
      check: "@picahq/authkit",
      state,
      text: expect.stringContaining(text),
    });
    await rm(root, { recursive: true });
    expect(await checkAuthKitVersion(root)).toBeNull();
  });

  it("tells that nothing is enabled at Pica", async () => {
    const { texts, report } = await examine(createHarness({}, { catalog: [] }));
    expect(report).toMatchObject({ key: "ok", "token body": "fail", catalog: "fail" });
    expect(texts["token body"]).toContain("Enable integrations");
  });

  it.each([
    ["a missing OPTIONS handler", 405, "OPTIONS /token", "no OPTIONS handler"],
    ["a login before the preflight", 302, "OPTIONS /token", "no login or redirect"],
  ])("recognises %s", async (_what, status, check, text) => {
    const before = ({ method }: Request) =>
      method === "OPTIONS" ? new Response(null, { status }) : undefined;
    const { report, texts } = await examine(createHarness(), { before });
    expect(report).toMatchObject({
      [check]: "fail",
      "access-control-allow-origin": "fail",
      "access-control-allow-methods": "fail",
      "access-control-allow-headers": "fail",
    });
    expect(texts[check]).toContain(text);
  });

  it("recognises a proxy that lets everybody in", async () => {
    const before = ({ method }: Request) =>
      method === "OPTIONS"
        ? new Response(null, { status: 204, headers: { "access-control-allow-origin": "*" } })
        : undefined;
    expect((await examine(createHarness(), { before })).report).toMatchObject({
      "other origins": "fail",
    });
  });

  it("recognises an AuthKit origin that is not allowed", async () => {
    const { texts } = await examine(createHarness({ authKitOrigins: ["https://other.example"] }));
    expect(texts["OPTIONS /token"]).toContain("authKitOrigins");
  });

  it("recognises a login that believes headers", async () => {
    const harness = createHarness({
      authenticate: (request) => {
        const user = request.headers.get("x-user-id");
        return user === null ? null : { user };
      },
    });
    const { report, texts } = await examine(harness, { login: false });
    expect(report).toMatchObject({ login: "fail" });
    expect(texts.login).toContain("x-user-id");
  });

  it("recognises a login that takes everybody for one person, and blames no header", async () => {
    const harness = createHarness({ authenticate: () => ({ user: "u_1" }) });
    const { report, texts } = await examine(harness);
    expect(report).toMatchObject({ login: "fail" });
    expect(texts.login).toContain("Without a login, it answers 200.");
    expect(texts.login).not.toContain("x-user-id");
  });

  it("says that Node does not trust a certificate, and how it can", async () => {
    const [server] = await diagnose({
      endpoint: "https://localhost:8443/api/connect",
      authKitOrigin,
      fetch: async () => {
        throw new TypeError("fetch failed", { cause: new Error("self-signed certificate") });
      },
    });
    expect(server?.text).toMatch(/does not trust the certificate.*NODE_EXTRA_CA_CERTS/);
  });

  it("passes on why the server did not understand a request", async () => {
    const { connect, ann } = createHarness();
    const listener = createNodeListener(connect);
    const server = createServer(async (request, response) => {
      for await (const _chunk of request);
      listener(request, response);
    }).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    const results = await diagnose({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/connect`,
      authKitOrigin,
      login: { cookie: cookieOf(ann) },
    });
    expect(results.find(({ check }) => check === "session")?.text).toContain(
      "read the body before the handler",
    );
  });

  it("recognises a page where the handler should be, a stale login, and a wrong clock", async () => {
    const page = () =>
      new Response("<!doctype html>", { headers: { "content-type": "text/html" } });
    expect((await examine(createHarness(), { before: page })).report).toEqual({ server: "fail" });

    const nobody = createHarness({ authenticate: () => null });
    expect((await examine(nobody)).texts.session).toContain("copy the cookie anew");

    const late = () => Date.now() + 120_000;
    expect((await examine(createHarness(), { now: late })).report).toMatchObject({
      clock: "fail",
    });
  });
});

describe("the doctor, of a host that rewrites addresses,", () => {
  const redirect = (status: number, location: string) =>
    new Response(null, { status, headers: { location } });
  const addSlash = (request: Request) => {
    const { pathname } = new URL(request.url);
    return pathname.endsWith("/") ? undefined : redirect(308, `${pathname}/`);
  };
  const dropSlash = (request: Request) => {
    const { pathname } = new URL(request.url);
    return pathname.endsWith("/") ? redirect(301, pathname.slice(0, -1)) : undefined;
  };
  const withoutSlash = `${ownOrigin}/api/connect`;

  it("says to write a slash where the host adds one, and is content with it", async () => {
    const { report, texts, code } = await examine(createHarness(), {
      before: addSlash,
      endpoint: withoutSlash,
    });
    expect(report).toEqual({ server: "fail" });
    expect(texts.server).toContain("/api/connect/health to /api/connect/health/ (308)");
    expect(texts.server).toContain("with a slash at its end");
    expect(code).toBe(1);
    expect((await examine(createHarness(), { before: addSlash })).code).toBe(0);
  });

  it("says to leave the slash out where the host drops it, and is content without", async () => {
    const { texts } = await examine(createHarness(), { before: dropSlash });
    expect(texts.server).toContain("without a slash at its end");
    expect(
      (await examine(createHarness(), { before: dropSlash, endpoint: withoutSlash })).code,
    ).toBe(0);
  });

  it.each([
    ["OPTIONS", 308],
    ["OPTIONS", 301],
    ["POST", 307],
    ["POST", 302],
  ])("names a host that answers GET and redirects %s by %i", async (method, status) => {
    const before = (request: Request) =>
      request.method === method
        ? redirect(status, new URL(request.url).pathname.slice(0, -1))
        : undefined;
    const { report, texts, code } = await examine(createHarness(), { before });
    expect(report).toMatchObject({ server: "ok", redirects: "fail" });
    expect(texts.redirects).toContain(`${method} /token`);
    expect(texts.redirects).toContain("without a slash at its end");
    expect(code).toBe(1);
  });

  it.each([
    ["https://app.example.com/api/connect/health/", "https://app.example.com in front"],
    ["/en/api/connect/health/", '"/en" in front'],
    ["/login?next=%2Fapi", "no login or redirect"],
    ["https://sso.example.com/login", "no login or redirect"],
  ])("says what to write instead of a redirect to %s", async (location, fix) => {
    const before = () => redirect(307, location);
    const { report, texts } = await examine(createHarness(), { before });
    expect(report).toEqual({ server: "fail" });
    expect(texts.server).toContain(fix);
  });

  it("finds a proxy that rewrites Host, without a login too", async () => {
    const harness = createHarness();
    const { report, texts } = await examine(harness, {
      login: false,
      rewriteHost: "127.0.0.1:8787",
    });
    expect(report).toMatchObject({ "own origin": "fail" });
    expect(texts["own origin"]).toContain('"127.0.0.1:8787"');
    expect(texts["own origin"]).toContain("changeOrigin: false");
    const named = createHarness({ origin: ownOrigin });
    expect((await examine(named, { rewriteHost: "127.0.0.1:8787" })).code).toBe(0);
  });
});

describe("authkit-ui-doctor", () => {
  const program = fileURLToPath(new URL("cli.ts", import.meta.url));
  const run = (...args: string[]) =>
    new Promise<{ code: number | string | null | undefined; output: string }>((resolve) => {
      execFile(process.execPath, ["--import", "tsx", program, ...args], (error, stdout, stderr) =>
        resolve({ code: error ? error.code : 0, output: stdout + stderr }),
      );
    });

  it("prints a line per check and exits by what it found", async () => {
    const { connect, ann } = createHarness();
    const server = createServer(createNodeListener(connect)).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/connect`;
    const origin = ["--authkit-origin", authKitOrigin];
    const well = await run(url, ...origin, "--header", `cookie: ${cookieOf(ann)}`);
    expect(well.output).toMatch(/^ok +server +The handler answers\.$/m);
    expect(well.code).toBe(0);
    expect((await run(url, ...origin)).code).toBe(2);
    expect((await run(url)).code).toBe(1);
    expect((await run("http://127.0.0.1:1/api/connect")).output).toContain("Nothing answers there");
    expect((await run()).code).toBe(64);
  });

  it.each([
    ["localhost:8787/api/connect", "Write http://localhost:8787/api/connect."],
    ["127.0.0.1:8787/api/connect", "Write http://127.0.0.1:8787/api/connect."],
    ["/api/connect", "Write it in full"],
  ])("asks for the whole address in place of %s", async (endpoint, advice) => {
    const { code, output } = await run(endpoint);
    expect(output).toContain(advice);
    expect(code).toBe(64);
  });
});
