#!/usr/bin/env node
import { parseArgs } from "node:util";
import { checkAuthKitVersion } from "./check-authkit-version.ts";
import { diagnose, exitCode } from "./diagnose.ts";

const usage = `Usage: authkit-ui-doctor <endpoint> [options]

  <endpoint>                 where the handler is mounted, e.g. http://localhost:5173/api/connect
  --header "name: value"     sent as a signed-in person's, e.g. "cookie: session=…"; repeatable
  --one                      the server's key is One's; so it is where ONE_SECRET_KEY is set
  --authkit-origin <origin>  where AuthKit's page stands (default https://authkit.picaos.com, or
                             One's, https://auth.withone.ai)
  --help

In the folder of your front end it also names an @picahq/authkit that is newer than the tested one.

Exit status: 0 all well, 1 something is wrong, 2 something was not checked.`;

/** Exit status for a call that was not understood, as shells have it. */
const usageError = 64;

function readLogin(headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    headers.map((header) => {
      const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(header) ?? [];
      if (!name || !value) throw new Error(`--header is "name: value", not what was given.`);
      return [name.toLowerCase(), value];
    }),
  );
}

/** Throws for an address without http:// or https://; `localhost:` alone would be a scheme. */
function verifyEndpoint(endpoint: string): void {
  if (/^https?:\/\//i.test(endpoint) && URL.canParse(endpoint)) return;
  const isSchemeMissing = /^[\w.-]+(?::\d+)?(?:\/|$)/.test(endpoint);
  const advice = isSchemeMissing
    ? `Write http://${endpoint}.`
    : "Write it in full, e.g. http://localhost:5173/api/connect.";
  throw new Error(`"${endpoint}" is not an http address. ${advice}`);
}

/** The service that the server's key belongs to, by the name of its variable. */
function readGeneration(isOne: boolean | undefined) {
  const { PICA_SECRET_KEY, ONE_SECRET_KEY } = process.env;
  if (isOne) return "one";
  if (PICA_SECRET_KEY && ONE_SECRET_KEY) {
    throw new Error("PICA_SECRET_KEY and ONE_SECRET_KEY are both set. Unset the one not in use.");
  }
  return ONE_SECRET_KEY ? "one" : "pica";
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      header: { type: "string", multiple: true },
      one: { type: "boolean" },
      "authkit-origin": { type: "string" },
      help: { type: "boolean" },
    },
  });
  const [endpoint] = positionals;
  if (values.help || !endpoint) {
    console.log(usage);
    return values.help ? 0 : usageError;
  }
  verifyEndpoint(endpoint);
  const generation = readGeneration(values.one);
  const version = generation === "pica" ? await checkAuthKitVersion(process.cwd()) : null;
  const checks = await diagnose({
    endpoint,
    generation,
    ...(values.header && { login: readLogin(values.header) }),
    ...(values["authkit-origin"] && { authKitOrigin: values["authkit-origin"] }),
  });
  const results = version ? [...checks, version] : checks;
  const width = Math.max(...results.map(({ check }) => check.length));
  for (const { check, state, text } of results) {
    console.log(`${state.padEnd(11)}  ${check.padEnd(width)}  ${text}`);
  }
  return exitCode(results);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = usageError;
}
