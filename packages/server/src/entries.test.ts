import { EventEmitter, once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import express from "express";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { cookieOf, createHarness, type Harness } from "../test/harness.ts";
import { createRouteHandlers } from "./next.ts";
import { createNodeListener, serve as serveConnect } from "./node.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function originOf(server: Server): Promise<string> {
  if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Send = (path: string, init: RequestInit) => Promise<Response>;

const overHttp =
  (origin: string): Send =>
  (path, init) =>
    fetch(`${origin}${path}`, { ...init, headers: { ...init.headers, origin } });

/** Each way in which the documentation mounts the handler. */
const entries: [string, (harness: Harness) => Promise<Send>][] = [
  [
    "node:http through ./node",
    async ({ connect }) =>
      overHttp(await originOf(createServer(createNodeListener(connect)).listen(0))),
  ],
  [
    "a program of its own, by ./node's serve",
    async ({ connect }) => {
      const { origin, close } = await serveConnect(connect, { port: 0, signals: false });
      closers.push(close);
      return overHttp(origin);
    },
  ],
  [
    "Express 5, mounted at the base path",
    async ({ connect }) =>
      overHttp(
        await originOf(express().use("/api/connect", createNodeListener(connect)).listen(0)),
      ),
  ],
  [
    "Express 5, after express.json()",
    async ({ connect }) => {
      const app = express().use(express.json()).use("/api/connect", createNodeListener(connect));
      return overHttp(await originOf(app.listen(0)));
    },
  ],
  [
    "Express 5, after express.raw()",
    async ({ connect }) => {
      const raw = express.raw({ type: "*/*" });
      const app = express().use(raw).use("/api/connect", createNodeListener(connect));
      return overHttp(await originOf(app.listen(0)));
    },
  ],
  [
    "Express 5, after express.text()",
    async ({ connect }) => {
      const text = express.text({ type: "*/*" });
      const app = express().use(text).use("/api/connect", createNodeListener(connect));
      return overHttp(await originOf(app.listen(0)));
    },
  ],
  [
    "Next.js's App Router through ./next",
    async ({ connect }) => {
      const handlers: Record<string, (request: Request) => Promise<Response>> =
        createRouteHandlers(connect);
      return async (path, init) => {
        const origin = "http://product.test";
        const headers = { ...init.headers, origin };
        const request = new Request(`${origin}${path}`, { ...init, headers });
        const handler = handlers[request.method];
        return handler ? handler(request) : new Response(null, { status: 405 });
      };
    },
  ],
  [
    "Hono, in one line",
    async ({ connect }) => {
      const app = new Hono().all("/api/connect/*", (c) => connect.handler(c.req.raw));
      return overHttp(await originOf(serve({ fetch: app.fetch, port: 0 }) as Server));
    },
  ],
  [
    "a bare fetch handler",
    async ({ connect }) =>
      overHttp(await originOf(serve({ fetch: connect.fetch, port: 0 }) as Server)),
  ],
];

describe.each(entries)("mounted in %s", (_name, mount) => {
  it("connects, lists, renames and disconnects", async () => {
    const harness = createHarness();
    const { ann, emulator } = harness;
    const send = await mount(harness);
    const call = async (method: string, path: string, body?: unknown) => {
      const response = await send(`/api/connect${path}`, {
        method,
        headers: {
          cookie: cookieOf(ann),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : JSON.parse(text) };
    };
    const session = await call("POST", "/sessions", { platform: "gmail" });
    expect(session.status).toBe(201);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const saved = await call("POST", "/connections", { key, sessionId: session.body.id });
    expect(saved.body).toMatchObject({ key });
    const path = `/connections/${saved.body.id}`;
    expect((await call("PATCH", path, { name: "Work" })).body).toMatchObject({ name: "Work" });
    expect((await call("GET", "/connections")).body.connections).toMatchObject([{ name: "Work" }]);
    expect(await call("DELETE", path)).toEqual({ status: 204, body: null });
    expect((await call("POST", "/sessions", { platform: "x".repeat(9000) })).status).toBe(413);
    expect((await call("GET", "/nothing")).body).toMatchObject({ code: "route_not_found" });
  });
});

describe("./next", () => {
  it("counts requests by the address that a proxy in front wrote", async () => {
    const { connect: server } = createHarness({ trustProxy: true, rateLimits: { address: 2 } });
    const { GET } = createRouteHandlers(server);
    const address = crypto.randomUUID();
    const statuses: number[] = [];
    for (const forged of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      const headers = { "x-forwarded-for": `${forged}, ${address}` };
      const request = new Request("http://product.test/api/connect/connections", { headers });
      statuses.push((await GET(request)).status);
    }
    expect(statuses).toEqual([401, 401, 429]);
  });
});

describe("./node", () => {
  it("counts requests by the address of the socket", async () => {
    const harness = createHarness({ rateLimits: { address: 2 } });
    const send = overHttp(
      await originOf(createServer(createNodeListener(harness.connect)).listen(0)),
    );
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await send("/api/connect/connections", {})).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  it("says that something read the body first, in the answer and in the log", async () => {
    const { connect, ann, log } = createHarness();
    const app = express();
    app.use(async (request, _response, next) => {
      for await (const _chunk of request);
      next();
    });
    const origin = await originOf(app.use("/api/connect", createNodeListener(connect)).listen(0));
    const response = await overHttp(origin)("/api/connect/sessions", {
      method: "POST",
      headers: { cookie: cookieOf(ann), "content-type": "application/json" },
      body: "{}",
    });
    const problem = await response.json();
    expect(problem).toMatchObject({
      code: "invalid_request",
      detail: expect.stringContaining("read the body before the handler"),
    });
    expect(log).toEqual([expect.stringMatching(/^warn .*read the body before the handler/)]);
    expect(log[0]).toContain(problem.requestId);
  });

  it("refuses a port that is taken, and says so", async () => {
    const { connect } = createHarness();
    const { origin, close } = await serveConnect(connect, { port: 0, signals: false });
    closers.push(close);
    const port = Number(new URL(origin).port);
    await expect(serveConnect(connect, { port, signals: false })).rejects.toMatchObject({
      code: "port_unavailable",
      message: expect.stringContaining(String(port)),
    });
  });

  /** A client that asks again as soon as it has an answer, by one connection. */
  const startBusyClient = (origin: string) => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1").setEncoding("utf8");
    const answers: string[] = [];
    const ask = () => socket.write("GET / HTTP/1.1\r\nhost: product.test\r\n\r\n");
    socket.on("connect", ask);
    socket.on("data", (answer: string) => {
      answers.push(answer);
      ask();
    });
    return { answers, ended: once(socket, "close") };
  };

  it("closes though a client keeps asking by a connection that it keeps alive", async () => {
    const arrivals = new EventEmitter();
    const app = {
      handler: async () => {
        const released = once(arrivals, "release");
        arrivals.emit("request");
        await released;
        return new Response("all well");
      },
      close: async () => {},
    };
    const { origin, close } = await serveConnect(app, { port: 0, signals: false });
    let arrived = once(arrivals, "request");
    const { answers, ended } = startBusyClient(origin);
    await arrived;
    arrived = once(arrivals, "request");
    arrivals.emit("release");
    await arrived;
    const closed = close();
    arrivals.on("request", () => arrivals.emit("release"));
    arrivals.emit("release");
    await Promise.all([ended, closed]);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatch(/connection: keep-alive/i);
    expect(answers[1]).toMatch(/^HTTP\/1.1 200 OK.*connection: close.*all well/is);
  });

  it("cuts off what has not been answered when the time for that is over", async () => {
    const arrivals = new EventEmitter();
    const app = {
      handler: () => {
        arrivals.emit("request");
        return new Promise<never>(() => {});
      },
      close: async () => {},
    };
    const { origin, close } = await serveConnect(app, { port: 0, signals: false, grace: 1 });
    const arrived = once(arrivals, "request");
    const { answers, ended } = startBusyClient(origin);
    await arrived;
    await Promise.all([close(), ended]);
    expect(answers).toEqual([]);
  });

  it("leaves the process's own Request and Response alone", () => {
    const before = [globalThis.Request, globalThis.Response];
    createNodeListener(createHarness().connect);
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });
});
