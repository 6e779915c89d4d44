import { within } from "../async/with-timeout.ts";
import { ProblemError } from "../errors/problem-error.ts";
import { retryAfterOf } from "./retry-after.ts";

/** A `fetch`, or something that behaves as one, e.g. an emulator's. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** Which service answers: their paths, header names and paging differ a little. */
export type PicaGeneration = "pica" | "one";

export interface PicaRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/v1`. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent beside the secret. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** What the answer may take up, together with the others that share it. */
  allowance?: Allowance | undefined;
}

/** Bytes that several answers may have together. */
export interface Allowance {
  bytes: number;
}

export interface PicaResponse {
  status: number;
  headers: Headers;
  text: string;
}

/** A success with JSON. */
export interface PicaDocument {
  text: string;
  value: unknown;
}

export interface PicaHttp {
  readonly generation: PicaGeneration;
  /** Sends and reads the whole answer; whatever its status. Throws when there was none. */
  send(request: PicaRequest): Promise<PicaResponse>;
  /** Sends, wants a 2xx with JSON, and throws the problem that fits anything else. */
  json(request: PicaRequest): Promise<unknown>;
  /** The same, with the text that the JSON was: for who hands it on. */
  document(request: PicaRequest): Promise<PicaDocument>;
  /** The problem for an answer of Pica's own that is not a 2xx; remembers a 429. */
  refusal(response: PicaResponse): ProblemError;
}

export interface PicaHttpOptions {
  /** Without `/v1` and without a slash at the end. */
  baseUrl: string;
  secret: string;
  generation: PicaGeneration;
  /** Milliseconds for one request, its body included. */
  timeout: number;
  fetch: Fetch;
  now(): number;
  /** Told of every answer and every silence. */
  onOutcome(reachable: boolean): void;
}

/** Bytes of an answer's body: far above any real page, far below what hurts. */
const longestAnswer = 5_000_000;

/** Milliseconds before the one retry. */
const retryDelay = 200;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const unreachable = (cause: unknown) =>
  new ProblemError("upstream_unavailable", {
    detail: "Pica could not be reached. Try again in a moment.",
    cause,
  });

const timedOut = (): never => {
  throw new ProblemError("upstream_timeout", {
    detail: "Pica took too long to answer. Try again in a moment.",
  });
};

export const unexpected = (what: string, cause?: unknown) =>
  new ProblemError("upstream_invalid", {
    detail: `Pica's answer was not ${what}. Try again; if it stays, report the reference.`,
    cause,
  });

const rateLimited = (retryAfter: number) =>
  new ProblemError("upstream_rate_limited", {
    detail: `Pica is busy with requests from this product. Try again in ${retryAfter} seconds.`,
    retryAfter,
  });

/** Counted while it is read, so that no answer is in memory before it is too long. */
async function readText(
  response: Response,
  allowance: Allowance = { bytes: longestAnswer },
): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let left = longestAnswer;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    left -= value.byteLength;
    allowance.bytes -= value.byteLength;
    if (left < 0 || allowance.bytes < 0) {
      await reader.cancel();
      throw unexpected("of a sensible size");
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The one place that holds the secret: in this closure, where no inspection finds it. */
export function createPicaHttp(options: PicaHttpOptions): PicaHttp {
  const { baseUrl, secret, generation, timeout, now, onOutcome } = options;
  const secretHeader = generation === "one" ? "x-one-secret" : "x-pica-secret";
  let blockedUntil = 0;

  async function once({
    method,
    path,
    query = {},
    body,
    headers,
    allowance,
  }: PicaRequest): Promise<PicaResponse> {
    const url = new URL(`${baseUrl}/v1${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const ask = async (signal: AbortSignal): Promise<PicaResponse> => {
      // Not as a `Request`: `fetch` would make another of it.
      const response = await options.fetch(url, {
        method,
        signal,
        // A redirect would carry the secret to wherever it points.
        redirect: "error",
        headers: {
          accept: "application/json",
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
          [secretHeader]: secret,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await readText(response, allowance);
      return { status: response.status, headers: response.headers, text };
    };
    try {
      const response = await within(timeout, ask, timedOut);
      onOutcome(response.status < 500);
      return response;
    } catch (error) {
      // Pica did answer, if with too much.
      if (error instanceof ProblemError && error.code === "upstream_invalid") throw error;
      onOutcome(false);
      throw error instanceof ProblemError ? error : unreachable(error);
    }
  }

  async function send(request: PicaRequest): Promise<PicaResponse> {
    const wait = blockedUntil - now();
    if (wait > 0) throw rateLimited(Math.ceil(wait / 1000));
    // Repeating a GET or a DELETE changes nothing more; a timeout has used up the caller's patience.
    const repeatable = request.method === "GET" || request.method === "DELETE";
    const isPassing = (failure: unknown) =>
      failure instanceof ProblemError && failure.code === "upstream_unavailable";
    let response: PicaResponse | null = null;
    try {
      response = await once(request);
    } catch (error) {
      if (!repeatable || !isPassing(error)) throw error;
    }
    if (!response || (repeatable && [500, 502, 503].includes(response.status))) {
      await pause(retryDelay);
      response = await once(request);
    }
    return response;
  }

  function refusal({ status, headers }: PicaResponse): ProblemError {
    switch (status) {
      case 401:
        return new ProblemError("upstream_unauthorized", {
          detail: "Pica refused this product's secret key. Whoever runs the product must renew it.",
        });
      case 402:
        return new ProblemError("upstream_quota_exceeded", {
          detail:
            "This product's plan at Pica is used up. Whoever runs the product must extend it.",
        });
      case 403:
        return new ProblemError("upstream_forbidden", {
          detail: "Pica does not allow this operation with this product's secret key.",
        });
      case 429: {
        const retryAfter = retryAfterOf(headers, now());
        blockedUntil = now() + retryAfter * 1000;
        return rateLimited(retryAfter);
      }
      default:
        return status >= 500
          ? unreachable(`status ${status}`)
          : unexpected("a success", `status ${status}`);
    }
  }

  async function document(request: PicaRequest): Promise<PicaDocument> {
    const response = await send(request);
    if (response.status < 200 || response.status > 299) throw refusal(response);
    const { text } = response;
    try {
      return { text, value: JSON.parse(text) };
    } catch {
      // Not as `cause`: V8 quotes the text, which may hold anything.
      throw unexpected("JSON");
    }
  }

  return {
    generation,
    send,
    refusal,
    document,
    json: async (request) => (await document(request)).value,
  };
}
