import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { CatalogEntry } from "./catalog/catalog-entry.ts";
import { serveEmulator } from "./node.ts";
import { verifyCommand } from "./verify/command.ts";

const help = `authkit-ui-emulator: a local Pica cloud

Usage
  authkit-ui-emulator [options]           serve it until Ctrl-C
  authkit-ui-emulator verify [--url URL]  check a Pica API, with the key in PICA_SECRET_KEY, for
                                          the behaviours that the emulator claims; changes nothing.
                                          With the key in ONE_SECRET_KEY it checks One's

Options
  --port NUMBER        port to listen on, 0 for a free one (8788)
  --host NAME          address to listen on (127.0.0.1)
  --allowed-host NAME  host to answer for beside localhost and the like, may be repeated
  --generation NAME    pica or one: whose API is spoken (pica)
  --catalog FILE       JSON file with connectors of your own: [{ "platform", "name", … }]
  --state FILE         keep connections in this JSON file; in memory without it
  --latency MS         let every answer take at least so long (0)
  --rate-limit NUMBER  requests a minute and key before 429 (none)
  --secret KEY         secret key to let in, may be repeated (sk_test_local, sk_live_local)
  --url URL            verify: base address of the API (the live service)
  --help               show this text
`;

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) {
    throw new Error(`--${name} takes a whole number, not "${text}".`);
  }
  return Number(text);
}

function readGeneration(text: string | undefined) {
  if (text === undefined || text === "pica" || text === "one") return text;
  throw new Error(`--generation is pica or one, not "${text}".`);
}

async function readCatalog(path: string | undefined): Promise<CatalogEntry[] | undefined> {
  if (path === undefined) return undefined;
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new Error(`The catalog ${path} could not be read as JSON: ${String(error)}`);
  }
}

/** Runs the command with these arguments; rejects with what is wrong with them. */
export async function runCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8788" },
      host: { type: "string" },
      "allowed-host": { type: "string", multiple: true },
      generation: { type: "string" },
      catalog: { type: "string" },
      state: { type: "string" },
      latency: { type: "string" },
      "rate-limit": { type: "string" },
      secret: { type: "string", multiple: true },
      url: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(help);
  } else if (command === "verify" && rest.length === 0) {
    const { PICA_SECRET_KEY, ONE_SECRET_KEY } = process.env;
    const generation =
      readGeneration(values.generation) ?? (ONE_SECRET_KEY && !PICA_SECRET_KEY ? "one" : "pica");
    process.exitCode = await verifyCommand({
      url: values.url,
      secret: generation === "one" ? (ONE_SECRET_KEY ?? PICA_SECRET_KEY) : PICA_SECRET_KEY,
      generation,
    });
  } else if (command !== undefined) {
    throw new Error(`There is no command "${command}". Run with --help to see what there is.`);
  } else {
    const served = await serveEmulator({
      port: readNumber("port", values.port),
      host: values.host,
      allowedHosts: values["allowed-host"],
      generation: readGeneration(values.generation),
      catalog: await readCatalog(values.catalog),
      stateFile: values.state,
      latency: readNumber("latency", values.latency),
      rateLimit: readNumber("rate-limit", values["rate-limit"]),
      secrets: values.secret,
    });
    console.log(`Pica API and AuthKit  ${served.origin}`);
    console.log(`Status and faults     ${served.origin}/__emulator`);
    console.log(`Secret key            ${values.secret?.[0] ?? "sk_test_local"}`);
    console.log(`State                 ${values.state ?? "in memory"}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void served.close().then(() => process.exit(0)));
    }
  }
}
