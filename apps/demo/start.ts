import { resolve } from "node:path";
import { readSecretKey } from "@authkit-ui/token-server";
import { resetDemoData, startDemoStack } from "./demo-stack.ts";

const dataFolder = resolve(process.env.DATA_FOLDER ?? ".data");

function readPort(variable: string, fallback: number): number {
  const port = Number(process.env[variable] ?? fallback);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`${variable} is "${process.env[variable]}". Set it to a port, 0 to 65535.`);
}

/** Turns the error for a taken port, which each of the three words differently, into what to do. */
function explain(error: unknown, ports: Record<string, number>): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!/EADDRINUSE|is (taken|already in use)/.test(message)) return message;
  const port = Number(/port (\d+)/i.exec(message)?.[1] ?? /:(\d+)\b/.exec(message)?.[1]);
  const variable = Object.keys(ports).find((name) => ports[name] === port) ?? "DEMO_PORT";
  return `Port ${port} is taken by another program. End that program, or choose another port: ${variable}=${port + 1} npx pnpm@12 start`;
}

const ports = {
  DEMO_PORT: readPort("DEMO_PORT", 5173),
  TOKEN_SERVER_PORT: readPort("TOKEN_SERVER_PORT", 8787),
  EMULATOR_PORT: readPort("EMULATOR_PORT", 8788),
};

/**
 * Whether the environment has a key of Pica or of One. `--one` without a key starts One's emulator.
 */
function readKey() {
  const key = readSecretKey(process.env);
  if (!process.argv.includes("--one") || key.generation === "one") return key;
  if (key.secretKey === undefined) return { ...key, generation: "one" as const };
  throw new Error("--one needs ONE_SECRET_KEY, or no key at all: PICA_SECRET_KEY is Pica's.");
}

try {
  if (process.argv.includes("--reset")) await resetDemoData(dataFolder);
  const key = readKey();
  const [service, api] =
    key.generation === "one" ? ["One ", "api.withone.ai"] : ["Pica", "api.picaos.com"];
  const stack = await startDemoStack({
    demoPort: ports.DEMO_PORT,
    tokenServerPort: ports.TOKEN_SERVER_PORT,
    emulatorPort: ports.EMULATOR_PORT,
    dataFolder,
    databaseUrl: process.env.DATABASE_URL,
    ...key,
  });
  console.log(`
  Demo      ${stack.origin}
  ${service}      ${stack.emulator ? `${stack.emulator.origin} (emulator: no key needed)` : `${api}, with your key`}
  Database  ${process.env.DATABASE_URL ? "PostgreSQL at DATABASE_URL" : `embedded, in ${dataFolder}`}

  Ctrl-C ends all of it. Start again with --reset to forget every connection.
`);
  let closing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second Ctrl-C is for a shutdown that hangs.
      if (closing) process.exit(1);
      closing = true;
      stack.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(explain(error, ports));
  process.exit(1);
}
