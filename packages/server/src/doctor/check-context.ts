import type { PicaGeneration } from "../pica/pica-http.ts";

/** Which endpoint to check, and how. */
export interface DoctorOptions {
  /** Where the handler is mounted, e.g. `https://app.example.com/api/connect`. */
  endpoint: string;
  /** Headers of a signed-in person's requests, e.g. a cookie; without them nobody is signed in. */
  login?: Record<string, string> | undefined;
  /**
   * The service that the server's key belongs to.
   * @default "pica"
   */
  generation?: PicaGeneration | undefined;
  /** @default "https://authkit.picaos.com", or "https://auth.withone.ai" for `generation: "one"` */
  authKitOrigin?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Milliseconds since 1970.
   * @default Date.now
   */
  now?: (() => number) | undefined;
}

/** A response with its body read; redirects are not followed. */
export interface CheckedResponse {
  /** The URL of the request. */
  address: string;
  status: number;
  headers: Headers;
  /** Null if the body is not a JSON object. */
  json: Record<string, unknown> | null;
}

/** What the fixes mention: the service, where its keys and integrations are, and its page. */
export interface Service {
  name: string;
  keyVariable: string;
  keySettings: string;
  integrations: string;
  authKitOrigin: string;
}

const services: Record<PicaGeneration, Service> = {
  pica: {
    name: "Pica",
    keyVariable: "PICA_SECRET_KEY",
    keySettings: "app.picaos.com › Settings › API keys",
    integrations: "app.picaos.com › AuthKit",
    authKitOrigin: "https://authkit.picaos.com",
  },
  one: {
    name: "One",
    keyVariable: "ONE_SECRET_KEY",
    keySettings: "app.withone.ai › Settings › API keys",
    integrations: "app.withone.ai › Settings › AuthKit",
    authKitOrigin: "https://auth.withone.ai",
  },
};

export interface CheckContext {
  service: Service;
  authKitOrigin: string;
  login: Record<string, string> | null;
  now(): number;
  request(
    path: string,
    init?: {
      method?: string | undefined;
      headers?: Record<string, string> | undefined;
      body?: unknown;
    },
  ): Promise<CheckedResponse>;
}

/** A server that takes longer counts as unreachable. */
const requestTimeoutMs = 15_000;

export function createCheckContext(options: DoctorOptions): CheckContext {
  const service = services[options.generation ?? "pica"];
  const { login, authKitOrigin = service.authKitOrigin } = options;
  const endpoint = options.endpoint.replace(/\/+$/, "");
  // As the kit does: if the endpoint ends with a slash, every URL does.
  const slash = endpoint === options.endpoint ? "" : "/";
  const send = options.fetch ?? globalThis.fetch;
  return {
    service,
    authKitOrigin,
    login: login ?? null,
    now: options.now ?? Date.now,
    request: async (path, { method = "GET", headers, body } = {}) => {
      const address = `${endpoint}${path}${slash}`;
      const response = await send(address, {
        method,
        redirect: "manual",
        signal: AbortSignal.timeout(requestTimeoutMs),
        headers: {
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      let json: unknown = null;
      try {
        json = JSON.parse(text);
      } catch {
        // Not JSON.
      }
      const isObject = typeof json === "object" && json !== null;
      return {
        address,
        status: response.status,
        headers: response.headers,
        json: isObject ? (json as Record<string, unknown>) : null,
      };
    },
  };
}

/**
 * What a redirect means and what to write instead; null for any other answer. A browser follows no
 * redirect of a preflight, and a POST may arrive as a GET, so no route of ours may be redirected.
 */
export function explainRedirect({
  address,
  status,
  headers,
}: CheckedResponse): [string, string] | null {
  const location = headers.get("location");
  if (status < 300 || status >= 400 || status === 304) return null;
  if (location === null || !URL.canParse(location, address)) {
    return [`The host redirects it (${status}).`, "Let no redirect stand before the handler."];
  }
  const from = new URL(address);
  const to = new URL(location, address);
  const cause = `The host redirects ${from.pathname} to ${to.origin === from.origin ? to.pathname : to.origin + to.pathname} (${status}), which breaks preflights.`;
  const withSlash = (path: string) => path.replace(/\/*$/, "/");
  const isSamePath = withSlash(to.pathname) === withSlash(from.pathname);
  if (!isSamePath && withSlash(to.pathname).endsWith(withSlash(from.pathname))) {
    const prefix = to.pathname.slice(
      0,
      withSlash(to.pathname).length - withSlash(from.pathname).length,
    );
    return [
      cause,
      `Write the endpoint with "${prefix}" in front, or keep that redirect (of languages, mostly) ` +
        "away from the handler's paths.",
    ];
  }
  if (!isSamePath) {
    return [cause, "Let no login or redirect stand before the handler's paths."];
  }
  if (to.origin !== from.origin) {
    return [cause, `Write the endpoint with ${to.origin} in front.`];
  }
  return to.pathname.endsWith("/")
    ? [cause, 'Write the endpoint with a slash at its end, e.g. endpoint="/api/connect/".']
    : [cause, 'Write the endpoint without a slash at its end, e.g. endpoint="/api/connect".'];
}

export const originOf = (endpoint: string) => new URL(endpoint).origin;
