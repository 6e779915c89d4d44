/** The endpoint that is examined, and how to reach it. */
export interface Examination {
  /** Where the handler is mounted, e.g. `https://app.example.com/api/connect`. */
  endpoint: string;
  /** What makes a request that of a signed-in person, e.g. a cookie; absent: nobody. */
  login?: Record<string, string>;
  /** @default "https://authkit.picaos.com" */
  authKitOrigin?: string;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. @default Date.now */
  now?(): number;
}

/** An answer, read. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Null when it was not JSON. */
  json: Record<string, unknown> | null;
}

export interface Examiner {
  authKitOrigin: string;
  login: Record<string, string> | null;
  now(): number;
  ask(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: unknown },
  ): Promise<Answer>;
}

/** Milliseconds; a server that takes longer is as good as none for whoever waits. */
const patience = 15_000;

export function createExaminer(examination: Examination): Examiner {
  const { login, authKitOrigin = "https://authkit.picaos.com" } = examination;
  const endpoint = examination.endpoint.replace(/\/+$/, "");
  const send = examination.fetch ?? globalThis.fetch;
  return {
    authKitOrigin,
    login: login ?? null,
    now: examination.now ?? Date.now,
    ask: async (path, { method = "GET", headers, body } = {}) => {
      const response = await send(`${endpoint}${path}`, {
        method,
        signal: AbortSignal.timeout(patience),
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
        // Null says it.
      }
      const isObject = typeof json === "object" && json !== null;
      return {
        status: response.status,
        headers: response.headers,
        json: isObject ? (json as Record<string, unknown>) : null,
      };
    },
  };
}

export const originOf = (endpoint: string) => new URL(endpoint).origin;
