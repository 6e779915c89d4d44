import { createEmulator, type Emulator } from "@authkit-ui/emulator";
import { createConnectServer, createMemoryStore } from "@authkit-ui/server";
import { afterEach, beforeEach, vi } from "vitest";
import { type RouteFault, RouteFaults } from "./route-faults.ts";

export const authKitOrigin = "https://authkit.test";
const basePath = "/api/connect";

/** The real server before an emulated Pica, in this process. */
export interface ProductServer {
  /** Who is signed in; null is nobody. */
  viewer: string | null;
  emulator: Emulator;
  /** What goes wrong between the browser and the server from now on. */
  fail(...faults: RouteFault[]): void;
  /** Method and path of every request since the last call. */
  takeLog(): string[];
  /** What answers a request to any other address than the server's. */
  elsewhere: (request: Request) => Promise<Response>;
  /** Calls the server as AuthKit's page does, or anybody else. */
  call(path: string, init?: RequestInit): Promise<Response>;
}

function startServer(): ProductServer {
  const emulator = createEmulator({ origin: authKitOrigin });
  const faults = new RouteFaults();
  const silent = () => {};
  const connect = createConnectServer({
    secret: "sk_test_local",
    authenticate: () => (product.viewer === null ? null : { user: product.viewer }),
    store: createMemoryStore(),
    authKitOrigins: [authKitOrigin],
    rateLimits: false,
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  });
  const addressOf = (path: string) => new URL(basePath + path, document.baseURI).href;

  async function answer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    if (!pathname.startsWith(basePath)) return product.elsewhere(request);
    const fault = await faults.meet(request.method, pathname.slice(basePath.length) + search);
    if (fault?.drop) throw new TypeError("The connection broke.");
    if (!fault?.status) return connect.handler(request);
    return new Response(fault.body ?? "<h1>Error</h1>", {
      status: fault.status,
      headers: { "content-type": fault.type ?? "text/html", ...fault.headers },
    });
  }

  // Like a browser's: it takes relative addresses, and gives up as soon as its signal says so.
  vi.stubGlobal("fetch", (input: string, { signal, ...init }: RequestInit = {}) => {
    const isAborted = new Promise<never>((_resolve, reject) => {
      const giveUp = () => reject(signal?.reason);
      if (signal?.aborted) giveUp();
      signal?.addEventListener("abort", giveUp);
    });
    const headers = new Headers(init.headers);
    headers.set("origin", location.origin);
    const request = new Request(new URL(input, document.baseURI), { ...init, headers });
    // What is given up at once never leaves the browser.
    const answered = Promise.resolve().then(() => (signal?.aborted ? isAborted : answer(request)));
    return Promise.race([answered, isAborted]);
  });

  const product: ProductServer = {
    viewer: crypto.randomUUID(),
    emulator,
    fail: (...next) => faults.set(next),
    takeLog: () => faults.takeLog(),
    elsewhere: async () => new Response(),
    call: (path, init) => connect.handler(new Request(addressOf(path), init)),
  };
  return product;
}

/** A server of its own for each test of the file, with somebody new signed in. */
export function serveEachTest(): ProductServer {
  let current: ProductServer | undefined;
  beforeEach(() => {
    current = startServer();
  });
  afterEach(() => {
    // Whoever still waits is let go.
    current?.fail();
    vi.unstubAllGlobals();
  });
  return new Proxy({} as ProductServer, {
    get: (_target, name) => Reflect.get(current ?? {}, name),
    set: (_target, name, value) => Reflect.set(current ?? {}, name, value),
  });
}
