import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../free-port.mjs";
import { checkAccessibility } from "./accessibility.mjs";
import { checkColours } from "./colours.mjs";
import { install } from "./install.mjs";
import { runToEnd, start } from "./processes.mjs";
import { connectGmail, disconnect, readWithoutScript, visit, warmUp } from "./visit.mjs";

const componentTest = fileURLToPath(new URL("component-test", import.meta.url));

/**
 * Resolves to the first line that the emulator's command prints, as Pica and as One: its addresses.
 */
export async function startEmulator(target, packages) {
  await install("emulator", target, packages);
  const serve = (args) =>
    start({
      ...{ cwd: target, args },
      isReady: (output) => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0],
    });
  const pica = await serve([]);
  const one = await serve(["--generation", "one"]);
  const close = () => Promise.all([pica.close(), one.close()]);
  return { origin: pica.ready, oneOrigin: one.ready, close };
}

const answers = (origin) =>
  fetch(origin).then(
    (response) => response.ok,
    () => false,
  );

const expectQuiet = (complaints) => {
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
};

/**
 * The checks of one product, to be run in their order: each stands on those before it.
 * `close` ends what they started.
 */
export function checksOf(consumer, { base, packages, emulator, browser }) {
  const { folder, isServerRendered, hasDevServer, hasComponentTests, isOnOne } = consumer;
  const { visits = [] } = consumer;
  const cloud = isOnOne ? emulator.oneOrigin : emulator.origin;
  const cwd = join(base, folder);
  let product = null;
  let origin = "";
  let complaints = [];
  const addresses = {
    PICA_BASE_URL: cloud,
    AUTHKIT_ORIGIN: cloud,
    VITE_AUTHKIT_ORIGIN: cloud,
  };
  const env = { ...addresses, PICA_SECRET_KEY: "sk_test_local" };
  const open = ({ path = "/", act }, at) => visit(browser, new URL(path, at).href, act);

  async function useInDevelopment() {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const args = ["--port", String(port)];
    const development = await start({
      ...{ cwd, env, args, script: "dev" },
      isReady: () => answers(address),
    });
    try {
      await warmUp(browser, address);
      const connectAndDisconnect = async (page) => {
        await connectGmail(page);
        // The production server would find the account at Pica again.
        await disconnect(page, "Gmail");
      };
      expectQuiet(await open({ act: connectAndDisconnect }, address));
      for (const each of visits.filter(({ inDevelopment }) => inDevelopment)) {
        expectQuiet(await open(each, address));
      }
    } finally {
      await development.close();
    }
  }

  const checks = {
    "installs from the tarballs, every peer in range": () => install(folder, cwd, packages),
    ...(isOnOne && {
      "has no AuthKit package": async () => {
        const found = ["@picahq", "@withone"].filter((scope) =>
          existsSync(join(cwd, "node_modules", scope)),
        );
        if (found.length > 0) throw new Error(`npm has installed ${found.join(" and ")}.`);
      },
    }),
    "builds without the secret key": () =>
      runToEnd("npm", ["run", "build"], { cwd, env: addresses }),
    ...(hasComponentTests && {
      "passes component tests with the kit's test setup": async () => {
        cpSync(componentTest, join(cwd, "src"), { recursive: true });
        await runToEnd("npm", ["test"], { cwd });
      },
    }),
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
      "connects Gmail in development without a warning": useInDevelopment,
    }),
    "connects Gmail": async () => {
      complaints = await open({ act: connectGmail }, origin);
    },
    "hears no complaint of the browser: console, hydration, policy, answers": async () =>
      expectQuiet(complaints),
    "computes the kit's colours in every colour scheme": () =>
      open({ act: (page) => checkColours(page, consumer) }, origin),
    "has nothing in the kit that axe objects to, light and dark": () =>
      open({ act: checkAccessibility }, origin),
    ...Object.fromEntries(
      visits.map((each) => [each.name, async () => expectQuiet(await open(each, origin))]),
    ),
  };
  return { checks: Object.entries(checks), close: () => product?.close() };
}
