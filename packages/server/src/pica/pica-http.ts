import { withTimeout } from "../async/with-timeout.ts";
import { ProblemError } from "../errors/problem-error.ts";
import { type ByteBudget, readText } from "../text/read-text.ts";
import { parseRetryAfter } from "./retry-after.ts";

/** A `fetch`, or something that behaves as one, e.g. an emulator's. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** Which service answers: their paths, header names and paging differ a little. */
export type PicaGeneration = "pica" | "one";

/** What differs between the services, and where their keys are found. */
const services = {
  pica: {
    name: "Pica",
    secretHeader: "x-pica-secret",
    keySettings: "app.picaos.com › Settings › API keys",
  },
  one: {
    name: "One",
    secretHeader: "x-one-secret",
    keySettings: "app.withone.ai › Settings › API keys",
  },
} satisfies Record<PicaGeneration, object>;

export interface PicaRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/v1`. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent beside the secret. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Shared by requests whose response bodies must not exceed it together. */
  byteBudget?: ByteBudget | undefined;
  /** Counts the request and its retry. */
  meter?: RequestMeter | undefined;
}

/** Counts requests to Pica for a caller with a budget. */
export interface RequestMeter {
  requests: number;
}

export interface PicaResponse {
  status: number;
  headers: Headers;
  text: string;
}

export interface PicaHttp {
  readonly generation: PicaGeneration;
  /** Sends a request and reads the whole response, whatever its status. Throws when there is none. */
  send(request: PicaRequest): Promise<PicaResponse>;
  /** Resolves with the JSON of a 2xx response; throws the fitting problem for any other. */
  json(request: PicaRequest): Promise<unknown>;
  /** The problem for a response of Pica's own that is not a 2xx; a 429 blocks further requests. */
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
  /** Called with each request: whether Pica answered. */
  onOutcome(reachable: boolean): void;
}

/** Per response: far above any real page, far below what would exhaust the memory. */
const maxResponseBytes = 5_000_000;

/** Waited before the one retry. */
const retryDelayMs = 200;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const unreachable = (cause: unknown) =>
  new ProblemError("upstream_unavailable", {
    detail: "Pica could not be reached. Try again in a moment.",
    cause,
  });

const onTimeout = (): never => {
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

/** The only code that holds the secret: in this closure, where no inspection of an object finds it. */
export function createPicaHttp(options: PicaHttpOptions): PicaHttp {
  const { baseUrl, secret, generation, timeout, now, onOutcome } = options;
  const { name, secretHeader, keySettings } = services[generation];
  let blockedUntil = 0;

  async function sendOnce({
    method,
    path,
    query = {},
    body,
    headers,
    byteBudget,
    meter,
  }: PicaRequest): Promise<PicaResponse> {
    if (meter) meter.requests++;
    const url = new URL(`${baseUrl}/v1${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const request = async (signal: AbortSignal): Promise<PicaResponse> => {
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
      const budgets = [{ bytes: maxResponseBytes }, ...(byteBudget ? [byteBudget] : [])];
      const text = await readText(response.body, ...budgets);
      if (text === null) throw unexpected("of a sensible size");
      return { status: response.status, headers: response.headers, text };
    };
    try {
      const response = await withTimeout(timeout, request, onTimeout);
      onOutcome(response.status < 500);
      return response;
    } catch (error) {
      // Pica did answer, with too many bytes.
      if (error instanceof ProblemError && error.code === "upstream_invalid") throw error;
      onOutcome(false);
      throw error instanceof ProblemError ? error : unreachable(error);
    }
  }

  async function send(request: PicaRequest): Promise<PicaResponse> {
    const wait = blockedUntil - now();
    if (wait > 0) throw rateLimited(Math.ceil(wait / 1000));
    // A GET or a DELETE can be repeated safely. A timeout is not: the caller has waited long enough.
    const repeatable = request.method === "GET" || request.method === "DELETE";
    const isTransient = (failure: unknown) =>
      failure instanceof ProblemError && failure.code === "upstream_unavailable";
    let response: PicaResponse | null = null;
    try {
      response = await sendOnce(request);
    } catch (error) {
      if (!repeatable || !isTransient(error)) throw error;
    }
    if (!response || (repeatable && [500, 502, 503].includes(response.status))) {
      await pause(retryDelayMs);
      response = await sendOnce(request);
    }
    return response;
  }

  function refusal({ status, headers }: PicaResponse): ProblemError {
    switch (status) {
      case 401:
        return new ProblemError("upstream_unauthorized", {
          detail:
            `${name} refused this product's secret key. Copy the key anew from ${keySettings} into the ` +
            "option `secret`, and restart the server. Keys of Pica and One look alike, so also check " +
            "that `pica.generation` and `pica.baseUrl` match the key.",
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
        const retryAfter = parseRetryAfter(headers, now());
        blockedUntil = now() + retryAfter * 1000;
        return rateLimited(retryAfter);
      }
      default:
        return status >= 500
          ? unreachable(`status ${status}`)
          : unexpected("a success", `status ${status}`);
    }
  }

  async function json(request: PicaRequest): Promise<unknown> {
    const response = await send(request);
    if (response.status < 200 || response.status > 299) throw refusal(response);
    try {
      return JSON.parse(response.text);
    } catch {
      // Without a cause: V8's error quotes the text, which may hold anything.
      throw unexpected("JSON");
    }
  }

  return {
    generation,
    send,
    refusal,
    json,
  };
}
