import { mkdir, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServedEmulator, serveEmulator } from "@authkit-ui/emulator/node";
import { createTokenServer } from "@authkit-ui/token-server";
import { serve } from "@hono/node-server";
import { createServer as createViteServer } from "vite";

const demoFolder = dirname(fileURLToPath(import.meta.url));

/** What the demo runs on. Port 0 takes any free port. */
export interface DemoStackOptions {
  demoPort: number;
  tokenServerPort: number;
  emulatorPort: number;
  /** Where the database and the emulator keep their state; `null` keeps both in memory. */
  dataFolder: string | null;
  /** PostgreSQL in place of the embedded database. */
  databaseUrl?: string;
  /** A real key: the real Pica answers, and the emulator is not started. */
  picaSecretKey?: string;
}

/** The running demo. */
export interface DemoStack {
  /** Where a browser opens it. */
  origin: string;
  /** `null` with a real key. */
  emulator: ServedEmulator | null;
  /** Ends all three, the last started first. */
  close(): Promise<void>;
}

/** Starts a listener and waits until it listens; rejects when the port is taken. */
async function listen(fetch: (request: Request) => Response | Promise<Response>, port: number) {
  const server = serve({ fetch, port, hostname: "127.0.0.1" });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Deletes what {@link startDemoStack} keeps in `dataFolder`. */
export async function resetDemoData(dataFolder: string): Promise<void> {
  await rm(dataFolder, { recursive: true, force: true });
}

/**
 * Starts emulator, token server and the demo's Vite server, in this process.
 * The browser talks to Vite alone, which hands `/api` and `/demo` to the token server; AuthKit's
 * page stands on another site (127.0.0.1 against localhost), as it does in life.
 */
export async function startDemoStack(options: DemoStackOptions): Promise<DemoStack> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    if (options.dataFolder) await mkdir(options.dataFolder, { recursive: true });

    const emulator = options.picaSecretKey
      ? null
      : await serveEmulator({
          port: options.emulatorPort,
          stateFile: options.dataFolder ? join(options.dataFolder, "emulator.json") : undefined,
        });
    if (emulator) closers.push(() => emulator.close());

    const tokenServer = await createTokenServer({
      picaSecretKey: options.picaSecretKey ?? "sk_test_local",
      picaBaseUrl: emulator?.origin,
      authKitOrigins: emulator ? [emulator.origin] : undefined,
      databaseUrl: options.databaseUrl,
      dataFolder: options.dataFolder ? join(options.dataFolder, emulator ? "db" : "db-pica") : null,
    });
    closers.push(() => tokenServer.close());
    const api = await listen(tokenServer.fetch, options.tokenServerPort);
    closers.push(api.close);

    const proxy = { target: api.origin, changeOrigin: false, xfwd: true };
    const vite = await createViteServer({
      root: demoFolder,
      configFile: join(demoFolder, "vite.config.ts"),
      logLevel: "error",
      clearScreen: false,
      define: { "import.meta.env.VITE_AUTHKIT_ORIGIN": JSON.stringify(emulator?.origin ?? "") },
      server: {
        host: "localhost",
        port: options.demoPort,
        proxy: {
          "/api": proxy,
          "/demo": proxy,
          ...(emulator && { "/__emulator": { target: emulator.origin, changeOrigin: true } }),
        },
      },
    });
    closers.push(() => vite.close());
    await vite.listen();
    const address = vite.resolvedUrls?.local[0];
    if (!address) throw new Error("Vite listens, but does not say where.");
    return { origin: new URL(address).origin, emulator, close };
  } catch (error) {
    await close();
    throw error;
  }
}
