import {
  type ConnectionAccess,
  type ConnectionEnvironment,
  connectionAccesses,
  defaultBasePath,
  reconnectParameter,
} from "@authkit-ui/contract";
import type { ConnectionRecord } from "./connections/connection-record.ts";
import { ConnectConfigurationError } from "./errors/configuration-error.ts";
import { defaultPicaIdentity, type Identity, type Viewer } from "./identity/identity.ts";
import { createSafeLogger, type Logger } from "./log/logger.ts";
import type { ConnectServerOptions } from "./options.ts";
import type { Fetch, PicaGeneration } from "./pica/pica-http.ts";
import { isSecureUrl } from "./pica/secure-url.ts";

/** The options, validated and with their defaults. */
export interface Configuration {
  secret: string;
  signingSecret: string;
  environment: ConnectionEnvironment;
  basePath: string;
  origin: string | null;
  /** How many trusted proxies stand in front. */
  proxies: number;
  authKitOrigins: ReadonlySet<string>;
  allowedOrigins: ReadonlySet<string>;
  platforms: ReadonlySet<string> | null;
  /** Null: connections have no levels of access. */
  defaultAccess: ConnectionAccess | null;
  pica: { baseUrl: string; generation: PicaGeneration; timeout: number; fetch: Fetch };
  picaIdentity(identity: Identity): Promise<string>;
  /**
   * Builds the link to the product's page that reconnects a connection. `undefined` without
   * `connectionsUrl`.
   */
  reconnectUrl(connection: ConnectionRecord): string | undefined;
  logger: Logger;
  now(): number;
}

const defaultAuthKitOrigins = ["https://authkit.picaos.com", "https://auth.withone.ai"];

const baseUrls: Record<PicaGeneration, string> = {
  pica: "https://api.picaos.com",
  one: "https://api.withone.ai",
};

const keySources: Record<PicaGeneration, [service: string, source: string]> = {
  pica: ["Pica", "PICA_SECRET_KEY (app.picaos.com, Settings, API keys)"],
  one: ["One", "ONE_SECRET_KEY (app.withone.ai, Settings, API keys)"],
};

function checkSecret(secret: string | undefined, generation: PicaGeneration): string {
  const [service, source] = keySources[generation];
  const trimmed = secret?.trim();
  if (!trimmed) {
    throw new ConnectConfigurationError(
      "secret_missing",
      `There is no ${service} secret key. Set ${source} and pass it as \`secret\`. For a local start ` +
        "without an account, use the emulator and its key.",
    );
  }
  if (!/^sk_(live|test)_[\w-]+$/.test(trimmed)) {
    throw new ConnectConfigurationError(
      "secret_malformed",
      `The ${service} secret key is malformed: it begins with sk_live_ or sk_test_ and has no spaces. ` +
        "Copy it again, whole and without quotes.",
    );
  }
  return trimmed;
}

const isWebOrigin = (origin: string) =>
  URL.canParse(origin) && new URL(origin).origin === origin && !origin.includes("*");

/** Schemes whose pages have no origin, so that a browser sends `null` for them. */
const withoutOrigin = new Set(["about:", "blob:", "data:", "file:", "javascript:"]);

/** Whether it is like `capacitor://localhost` or `chrome-extension://<id>`, whose `URL.origin` is `null`. */
function isAppOrigin(origin: string): boolean {
  if (!URL.canParse(origin) || origin.includes("*")) return false;
  const { protocol, host, origin: webOrigin } = new URL(origin);
  const hasNothingElse = host !== "" && origin === `${protocol}//${host}`;
  return webOrigin === "null" && hasNothingElse && !withoutOrigin.has(protocol);
}

function checkOrigins(
  origins: readonly string[],
  option: string,
  isOrigin: (origin: string) => boolean = isWebOrigin,
): ReadonlySet<string> {
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    const why =
      origin === "null"
        ? '"null" is what every sandboxed frame and every local file sends, so it names nobody.'
        : 'Write it as "https://app.example.com", without a path, a slash at the end, or a wildcard.';
    throw new ConnectConfigurationError(
      "origin_malformed",
      `${option} holds "${origin}", which is not an origin. ${why}`,
    );
  }
  return new Set(origins);
}

/** Whether it is the origin of a web page, or of a page of a native shell or browser extension. */
const isPageOrigin = (origin: string) => isWebOrigin(origin) || isAppOrigin(origin);

/** The base path with a slash at its start and none at its end; `""` for the root. */
function checkBasePath(basePath: string): string {
  const path = basePath.replace(/^\/+|\/+$/g, "");
  if (basePath !== "" && path === "") return "";
  if (/^[\w.~-]+(\/[\w.~-]+)*$/.test(path)) return `/${path}`;
  throw new ConnectConfigurationError(
    "base_path_malformed",
    `basePath is "${basePath}". Write a path such as "/api/connect", or "/" for the root: letters, ` +
      "digits, dots, hyphens and single slashes, without a host or a query.",
  );
}

function checkBaseUrl(baseUrl: string): string {
  if (URL.canParse(baseUrl) && isSecureUrl(new URL(baseUrl))) return baseUrl.replace(/\/+$/, "");
  throw new ConnectConfigurationError(
    "base_url_malformed",
    `pica.baseUrl is "${baseUrl}". The secret key goes there, so it must be an https address, or ` +
      "one of this machine.",
  );
}

/** A shorter secret can be guessed by somebody who has one ticket. */
const minSigningSecretLength = 32;

function checkSigningSecret(signingSecret: string): string {
  if (signingSecret.length >= minSigningSecretLength) return signingSecret;
  throw new ConnectConfigurationError(
    "signing_secret_too_short",
    `signingSecret has ${signingSecret.length} characters. Pass at least ${minSigningSecretLength}, ` +
      "made at random (`openssl rand -base64 32`), or leave it out: then `secret` serves.",
  );
}

function checkProxies(trustProxy: boolean | number): number {
  const proxies = Number(trustProxy);
  const isCount = typeof trustProxy === "number" && Number.isInteger(proxies) && proxies >= 0;
  if (typeof trustProxy === "boolean" || isCount) return proxies;
  throw new ConnectConfigurationError(
    "trust_proxy_malformed",
    `trustProxy is ${trustProxy}. Write true, false, or how many proxies stand in front: 0, 1, 2. ` +
      "With any other value a client could name its own address.",
  );
}

/** `setTimeout` fires at once for larger delays. */
const maxTimeout = 2 ** 31 - 1;

function checkTimeout(timeout: number): number {
  if (timeout > 0 && timeout <= maxTimeout) return timeout;
  throw new ConnectConfigurationError(
    "timeout_malformed",
    `pica.timeout is ${timeout}. Write milliseconds above 0, e.g. 5000, or leave it out.`,
  );
}

function checkAccess(access: { default: ConnectionAccess } | undefined): ConnectionAccess | null {
  if (access === undefined) return null;
  if (connectionAccesses.includes(access?.default)) return access.default;
  throw new ConnectConfigurationError(
    "access_malformed",
    `access.default is ${JSON.stringify(access?.default)}. Write "full", "read" or "off": what an ` +
      "account may be used for until somebody chooses. Leave `access` out if there is nothing to choose.",
  );
}

function checkConnectionsUrl(url: string): string {
  if (URL.canParse(url) && !withoutOrigin.has(new URL(url).protocol)) return url;
  throw new ConnectConfigurationError(
    "connections_url_malformed",
    `connectionsUrl is "${url}". Links in emails need the absolute address of your page, such as ` +
      '"https://app.example.com/settings/integrations".',
  );
}

function createReconnectUrl(
  connectionsUrl: string | ((connection: ConnectionRecord) => string) | undefined,
): Configuration["reconnectUrl"] {
  if (connectionsUrl === undefined) return () => undefined;
  if (typeof connectionsUrl === "string") checkConnectionsUrl(connectionsUrl);
  return (connection) => {
    const page = typeof connectionsUrl === "string" ? connectionsUrl : connectionsUrl(connection);
    const url = new URL(checkConnectionsUrl(page));
    url.searchParams.set(reconnectParameter, connection.id);
    return url.href;
  };
}

/** Throws `ConnectConfigurationError` for anything that could not work. */
export function configure<V extends Viewer>(options: ConnectServerOptions<V>): Configuration {
  const generation = options.pica?.generation ?? "pica";
  const secret = checkSecret(options.secret, generation);
  if (typeof options.authenticate !== "function") {
    throw new ConnectConfigurationError(
      "authenticate_missing",
      "There is no `authenticate`. Pass a function that tells from a request who is signed in.",
    );
  }
  if (!options.store) {
    throw new ConnectConfigurationError(
      "store_missing",
      "There is no `store`. Pass createPostgresStore(), createPgliteStore() or createMemoryStore().",
    );
  }
  const { pica = {}, origin, trustProxy = false, picaIdentity } = options;
  const [ownOrigin] = checkOrigins(origin === undefined ? [] : [origin], "origin");
  return {
    secret,
    signingSecret:
      options.signingSecret === undefined ? secret : checkSigningSecret(options.signingSecret),
    environment: secret.startsWith("sk_live_") ? "live" : "test",
    basePath: checkBasePath(options.basePath ?? defaultBasePath),
    origin: ownOrigin ?? null,
    proxies: checkProxies(trustProxy),
    authKitOrigins: checkOrigins(options.authKitOrigins ?? defaultAuthKitOrigins, "authKitOrigins"),
    allowedOrigins: checkOrigins(options.allowedOrigins ?? [], "allowedOrigins", isPageOrigin),
    defaultAccess: checkAccess(options.access),
    platforms: options.platforms ? new Set(options.platforms) : null,
    pica: {
      baseUrl: checkBaseUrl(pica.baseUrl ?? baseUrls[generation]),
      generation,
      timeout: checkTimeout(pica.timeout ?? 5_000),
      // Looked up at each call: tests and monitoring tools replace the global.
      fetch: (url, init) => (options.fetch ?? globalThis.fetch)(url, init),
    },
    reconnectUrl: createReconnectUrl(options.connectionsUrl),
    picaIdentity: picaIdentity ? async (identity) => picaIdentity(identity) : defaultPicaIdentity,
    logger: createSafeLogger(options.logger ?? console, secret),
    now: options.now ?? Date.now,
  };
}
