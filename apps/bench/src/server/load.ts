import autocannon from "autocannon";
import { percentile } from "../harness/statistics.ts";
import type { ServedChild } from "./child-process.ts";

/** One window of load on one address. */
export interface Load {
  /** Who answers. */
  server: ServedChild;
  /** With a slash first. */
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** Headers that each request needs for itself, e.g. a ticket. */
  headersOf?(count: number): Record<string, string>;
  body?: string;
  /** Status that every answer must have. */
  status: number;
  /** Requests in flight at any time. */
  concurrency: number;
  seconds: number;
}

export interface LoadSample {
  /** Answers a second. */
  rate: number;
  /** Milliseconds from sending to the last byte. */
  p50: number;
  p99: number;
  /** Microseconds of the server's own processor time for one answer: no neighbour slows it down. */
  work: number;
}

/**
 * Keeps `concurrency` requests in flight for `seconds`.
 *
 * @throws Error when any answer had another status, or none came.
 */
export async function load(options: Load): Promise<LoadSample> {
  const times: number[] = [];
  const wrong = new Map<number, number>();
  let count = 0;
  const { server, path, method = "GET", headers = {}, headersOf, body, status, seconds } = options;
  const url = `${server.origin}${path}`;
  const before = await server.processorTime();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections: options.concurrency,
        duration: seconds,
        requests: [
          {
            method,
            headers,
            ...(body !== undefined && { body }),
            ...(headersOf && {
              setupRequest: (request: autocannon.Request) => ({
                ...request,
                headers: { ...request.headers, ...headersOf(count++) },
              }),
            }),
          },
        ],
      },
      (error, ended) => (error ? reject(error) : resolve(ended)),
    );
    run.on("response", (_client, code, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (code !== status) wrong.set(code, (wrong.get(code) ?? 0) + 1);
    });
  });
  const used = (await server.processorTime()) - before;
  if (wrong.size > 0 || result.errors > 0 || times.length === 0) {
    const counts = [...wrong].map(([code, number]) => `${number} × ${code}`).join(", ");
    throw new Error(
      `${times.length} answers: ${counts || "none wrong"}, ${result.errors} errors at ${url}`,
    );
  }
  return {
    rate: times.length / result.duration,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    work: used / times.length,
  };
}
