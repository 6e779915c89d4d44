import type { Generation } from "../options.ts";

/** An answer of the API, as far as a question looks at it. */
export interface PicaAnswer {
  status: number;
  headers: Headers;
  /** The parsed JSON; `undefined` when it is none. */
  body: unknown;
  /** The rows of a list; empty when it is none. */
  rows: Record<string, unknown>[];
  total: number;
  pages: number;
}

/** Asks an API; by GET alone, so that nothing can be changed. */
export interface PicaClient {
  generation: Generation;
  environment: "test" | "live";
  get(
    path: string,
    query?: Record<string, string | number>,
    options?: { headers?: Record<string, string> | undefined; secret?: string | null | undefined },
  ): Promise<PicaAnswer>;
}

const timeout = 15_000;

export function createPicaClient(url: string, secret: string, generation: Generation): PicaClient {
  const base = url.replace(/\/$/, "");
  const header = generation === "one" ? "x-one-secret" : "x-pica-secret";
  return {
    generation,
    environment: secret.startsWith("sk_live_") ? "live" : "test",
    async get(path, query = {}, options = {}) {
      const address = new URL(base + path);
      for (const [name, value] of Object.entries(query)) {
        address.searchParams.set(name, String(value));
      }
      const key = options.secret === undefined ? secret : options.secret;
      const answer = await fetch(address, {
        headers: { ...(key === null ? {} : { [header]: key }), ...options.headers },
        // A redirect would carry the key to wherever it leads.
        redirect: "error",
        signal: AbortSignal.timeout(timeout),
      });
      const body: unknown = await answer.json().catch(() => undefined);
      const { rows, total, pages } = isRecord(body) ? body : {};
      return {
        status: answer.status,
        headers: answer.headers,
        body,
        rows: Array.isArray(rows) ? rows.filter(isRecord) : [],
        total: Number(total),
        pages: Number(pages),
      };
    },
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
