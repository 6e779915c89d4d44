import { join } from "node:path";
import { freePort } from "../free-port.mjs";
import { install } from "./install.mjs";
import { runToEnd, start } from "./processes.mjs";
import { connectGmail, hydrate, readWithoutScript, warmUp } from "./visit.mjs";

/** Resolves to what the local Pica's own command prints first: its address. */
export async function startEmulator(target, packages) {
  await install("emulator", target, packages);
  const { ready, close } = await start({
    cwd: target,
    isReady: (output) => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0],
  });
  return { origin: ready, close };
}

const answers = (origin) =>
  fetch(origin).then(
    (response) => response.ok,
    () => false,
  );

/**
 * The checks of one product, to be run in their order: each stands on those before it.
 * `close` ends what they started.
 */
export function checksOf(
  { folder, isServerRendered, hasDevServer },
  { base, packages, emulator, browser },
) {
  const cwd = join(base, folder);
  let product = null;
  let origin = "";
  let complaints = [];
  const env = {
    PICA_SECRET_KEY: "sk_test_local",
    PICA_BASE_URL: emulator.origin,
    AUTHKIT_ORIGIN: emulator.origin,
    VITE_AUTHKIT_ORIGIN: emulator.origin,
  };
  const checks = {
    "installs from the tarballs, every peer in range": () => install(folder, cwd, packages),
    builds: () => runToEnd("npm", ["run", "build"], { cwd, env }),
    serves: async () => {
      const port = await freePort();
      origin = `http://localhost:${port}`;
      product = await start({
        cwd,
        env: { ...env, PORT: String(port), NODE_ENV: "production" },
        isReady: () => answers(origin),
      });
    },
    ...(isServerRendered && {
      "shows the catalog before any script runs": async () => {
        const text = await readWithoutScript(browser, origin);
        if (!/of \d+ shown/.test(text)) throw new Error(`The server's HTML shows only:\n${text}`);
      },
    }),
    ...(hasDevServer && {
      "hydrates in development without a warning": async () => {
        const port = await freePort();
        const address = `http://localhost:${port}`;
        const development = await start({
          cwd,
          script: "dev",
          args: ["--port", String(port)],
          env,
          isReady: () => answers(address),
        });
        try {
          // The first visit makes Vite bundle what it meets, and reload the page for it.
          await warmUp(browser, address);
          const warnings = await hydrate(browser, address);
          if (warnings.length > 0) throw new Error(warnings.join("\n"));
        } finally {
          await development.close();
        }
      },
    }),
    "connects Gmail": async () => {
      complaints = await connectGmail(browser, origin);
    },
    "hears no complaint of the browser: console, hydration, policy, answers": async () => {
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
    },
  };
  return { checks: Object.entries(checks), close: () => product?.close() };
}
