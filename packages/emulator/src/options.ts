import type { CatalogEntry } from "./catalog/catalog-entry.ts";
import connectors from "./catalog/connectors.json" with { type: "json" };
import type { Snapshot } from "./control/snapshot.ts";
import type { Provider } from "./providers/provider.ts";

/**
 * Whose API is spoken: `pica` is what docs.picaos.com documents (V2), `one` is what
 * api.withone.ai speaks since March 2026.
 */
export type Generation = "pica" | "one";

/** A person's account at a provider, as the consent page offers it. */
export interface ProviderAccount {
  name: string;
  email: string;
}

/** Options of `createEmulator`. Only `origin` is required. */
export interface EmulatorOptions {
  /**
   * Address under which browsers and servers reach the emulator, e.g. `http://127.0.0.1:8788`.
   * It may hold a path, below which everything is then served.
   */
  origin: string;
  /** @default "pica" */
  generation?: Generation | undefined;
  /** @default 294 real connectors */
  catalog?: readonly CatalogEntry[] | undefined;
  /**
   * Secret keys that are let in; the prefix `sk_test_` or `sk_live_` decides the environment.
   * @default ["sk_test_local", "sk_live_local"]
   */
  secrets?: readonly string[] | undefined;
  /** Milliseconds that every answer takes at least. @default 0 */
  latency?: number | undefined;
  /** Source of real time, in milliseconds since 1970. @default Date.now */
  clock?: (() => number) | undefined;
  /** Requests a minute and secret key before 429; unlimited when absent. */
  rateLimit?: number | undefined;
  /** Whether the account has the white-label flag. @default false */
  whiteLabel?: boolean | undefined;
  /** Milliseconds for which the hosted page may use one token body. @default 300000 */
  sessionLifetime?: number | undefined;
  /** Accounts that the consent page offers. */
  accounts?: readonly ProviderAccount[] | undefined;
  /** Answers of the passthrough API by platform, beside the built-in ones. */
  providers?: Readonly<Record<string, Provider>> | undefined;
  /** Sends webhooks. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** How many requests the log keeps. @default 1000 */
  requestLogSize?: number | undefined;
  /** State to start with, as `control.save()` gave it. */
  state?: Snapshot | undefined;
}

/** The options with every default filled in. */
export type ResolvedOptions = {
  [Name in Exclude<keyof EmulatorOptions, "rateLimit" | "state">]: Exclude<
    EmulatorOptions[Name],
    undefined
  >;
} & Pick<EmulatorOptions, "rateLimit" | "state"> & { base: URL };

const defaultAccounts: readonly ProviderAccount[] = [
  { name: "Ann Okafor", email: "ann@marlowfinch.example" },
  { name: "Marlow & Finch Support", email: "support@marlowfinch.example" },
  { name: "Ann Okafor (personal)", email: "ann.okafor@example.com" },
];

/** @throws TypeError when the origin is not an address, or a secret names no environment. */
export function resolveOptions(options: EmulatorOptions): ResolvedOptions {
  const base = readOrigin(options.origin);
  const secrets = options.secrets ?? ["sk_test_local", "sk_live_local"];
  const odd = secrets.findIndex((secret) => !/^sk_(test|live)_./.test(secret));
  if (odd !== -1) {
    throw new TypeError(
      `Secret number ${odd + 1} names no environment: it must start with sk_test_ or sk_live_.`,
    );
  }
  return {
    base,
    origin: base.href.replace(/\/$/, ""),
    generation: options.generation ?? "pica",
    catalog: options.catalog ?? connectors,
    secrets,
    latency: options.latency ?? 0,
    clock: options.clock ?? Date.now,
    rateLimit: options.rateLimit,
    whiteLabel: options.whiteLabel ?? false,
    sessionLifetime: options.sessionLifetime ?? 5 * 60_000,
    accounts: options.accounts ?? defaultAccounts,
    providers: options.providers ?? {},
    // Reads the global at each call, because tests replace it.
    fetch: (input, init) => (options.fetch ?? globalThis.fetch)(input, init),
    requestLogSize: options.requestLogSize ?? 1000,
    state: options.state,
  };
}

function readOrigin(origin: string): URL {
  try {
    return new URL(origin);
  } catch {
    throw new TypeError(
      `The emulator's origin "${origin}" is not an address. Give one such as http://127.0.0.1:8788.`,
    );
  }
}
