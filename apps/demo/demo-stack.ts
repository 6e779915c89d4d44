import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServedEmulator, serveEmulator } from "@authkit-ui/emulator/node";
import { createServer as createViteServer, type ViteDevServer } from "vite";
import { freePort } from "../../.ci/free-port.mjs";
import { startTokenServers } from "./token-servers.ts";

const demoFolder = dirname(fileURLToPath(import.meta.url));

/** What the demo runs on. Port 0 takes any free port. */
export interface DemoStackOptions {
  demoPort: number;
  tokenServerPort: number;
  emulatorPort: number;
  /** Where the database and the emulator keep their state; `null` keeps both in memory. */
  dataFolder: string | null;
  /** PostgreSQL in place of the embedded database. */
  databaseUrl?: string | undefined;
  /**
   * Token servers that take requests in turns; more than one needs `databaseUrl`.
   * @default 1
   */
  instances?: number | undefined;
  /** A real key. Pica or One itself then answers, and no emulator starts. */
  secretKey?: string | undefined;
  /**
   * `"one"` shows the kit on One, as Pica is called since 2026.
   * @default "pica"
   */
  generation?: "pica" | "one" | undefined;
  /**
   * Whether open pages follow the files as they are edited.
   * @default true
   */
  watch?: boolean | undefined;
  /**
   * Where Vite keeps the packages that it has bundled, so that two stacks at once do not share it.
   * @default Vite's own folder
   */
  cacheFolder?: string | undefined;
}

/** The running demo. */
export interface DemoStack {
  /** Where a browser opens it. */
  origin: string;
  /** `null` with a real key. */
  emulator: ServedEmulator | null;
  /** How many requests each token server has been given; empty for one alone. */
  requestsGiven(): readonly number[];
  /** Ends all three, the last started first. */
  close(): Promise<void>;
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
    const { secretKey, generation = "pica" } = options;
    // Pica and One each have their own connections.
    const isOne = generation === "one";
    const dataFolder = options.dataFolder && join(options.dataFolder, isOne ? "one" : "");
    if (dataFolder) await mkdir(dataFolder, { recursive: true });

    const emulator = secretKey
      ? null
      : await serveEmulator({
          port: options.emulatorPort,
          generation,
          stateFile: dataFolder ? join(dataFolder, "emulator.json") : undefined,
        });
    if (emulator) closers.push(() => emulator.close());

    // Vite is told where the token servers will be, so that both can start at once: the embedded
    // database and Vite's bundle of packages take seconds each.
    const apiPort = options.tokenServerPort || (await freePort());
    const [api, vite] = await bothOrNeither(
      startTokenServers(
        {
          secretKey: secretKey ?? "sk_test_local",
          generation,
          baseUrl: emulator?.origin,
          authKitOrigins: emulator ? [emulator.origin] : undefined,
          databaseUrl: options.databaseUrl,
          connectionsUrl: options.demoPort ? `http://localhost:${options.demoPort}/` : undefined,
          dataFolder: dataFolder && join(dataFolder, emulator ? "db" : `db-${generation}`),
        },
        { port: apiPort, instances: options.instances ?? 1 },
      ),
      startVite(options, { api: `http://127.0.0.1:${apiPort}`, emulator: emulator?.origin }),
    );
    closers.push(api.close, () => vite.close());
    const address = vite.resolvedUrls?.local[0];
    if (!address) throw new Error("Vite listens, but does not say where.");
    const { origin } = new URL(address);
    return { origin, emulator, requestsGiven: api.requestsGiven, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Vite's server for the demo's page; it hands the requests of both servers on to them. */
async function startVite(
  options: DemoStackOptions,
  origins: { api: string; emulator: string | undefined },
): Promise<ViteDevServer> {
  const proxy = { target: origins.api, changeOrigin: false, xfwd: true };
  const vite = await createViteServer({
    root: demoFolder,
    configFile: join(demoFolder, "vite.config.ts"),
    logLevel: "error",
    clearScreen: false,
    ...(options.cacheFolder && { cacheDir: options.cacheFolder }),
    define: {
      "import.meta.env.VITE_AUTHKIT_ORIGIN": JSON.stringify(origins.emulator ?? ""),
      "import.meta.env.VITE_GENERATION": JSON.stringify(options.generation ?? "pica"),
    },
    server: {
      host: "localhost",
      port: options.demoPort,
      ...(options.watch === false && { watch: null, hmr: false }),
      proxy: {
        "/api": proxy,
        "/demo": proxy,
        ...(origins.emulator && {
          "/__emulator": { target: origins.emulator, changeOrigin: true },
        }),
      },
    },
  });
  try {
    return await vite.listen();
  } catch (error) {
    await vite.close();
    throw error;
  }
}

/** Waits for two servers; when one does not start, the other is closed. */
async function bothOrNeither<One extends Closable, Other extends Closable>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<[One, Other]> {
  try {
    return await Promise.all([one, other]);
  } catch (error) {
    for (const started of await Promise.allSettled([one, other])) {
      if (started.status === "fulfilled") await started.value.close();
    }
    throw error;
  }
}

interface Closable {
  close(): Promise<void>;
}
