import { percentile } from "../harness/statistics.ts";
import type { ServedChild } from "./child-process.ts";
import { type KeepAliveClient, openKeepAliveClient } from "./keep-alive-client.ts";

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
  /**
   * Whether whoever asks never sleeps. To wake a sleeping process takes a virtual machine as long
   * as an answer from memory takes, and whoever answers pays for it. Only where nobody else needs
   * the core: no database, no Pica.
   * @default false
   */
  keepsAwake?: boolean;
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

/** Requests as they travel; written once where all are the same. */
function requestsOf({ server, path, method = "GET", headers, headersOf, body = "" }: Load) {
  const write = (own: Record<string, string>) => {
    const length = method === "POST" ? { "content-length": `${Buffer.byteLength(body)}` } : {};
    const all = { host: new URL(server.origin).host, ...headers, ...length, ...own };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
  };
  if (headersOf) return (count: number) => write(headersOf(count));
  const same = write({});
  return () => same;
}

/** Keeps the process busy. @returns Ends that. */
function stayAwake(): () => void {
  let awake = true;
  const again = () => {
    if (awake) setImmediate(again);
  };
  again();
  return () => {
    awake = false;
  };
}

/**
 * Keeps `concurrency` requests in flight for `seconds`.
 *
 * @throws Error when any answer had another status, or a connection ended.
 */
export async function load(options: Load): Promise<LoadSample> {
  const { server, path, status, concurrency, seconds, keepsAwake = false } = options;
  const requestOf = requestsOf(options);
  const clients = await Promise.all(
    Array.from({ length: concurrency }, () => openKeepAliveClient(server.origin)),
  );
  const times: number[] = [];
  const wrong = new Map<number, number>();
  let count = 0;
  const before = await server.processorTime();
  const letSleep = keepsAwake ? stayAwake() : () => {};
  const start = performance.now();
  const end = start + seconds * 1000;
  const askInTurn = async (client: KeepAliveClient) => {
    for (let sent = start; sent < end; ) {
      const code = await client.ask(requestOf(count++));
      if (code !== status) wrong.set(code, (wrong.get(code) ?? 0) + 1);
      const now = performance.now();
      times.push(now - sent);
      sent = now;
    }
  };
  try {
    await Promise.all(clients.map(askInTurn));
  } finally {
    letSleep();
    for (const client of clients) client.close();
  }
  const took = (performance.now() - start) / 1000;
  const used = (await server.processorTime()) - before;
  if (wrong.size > 0) {
    const counts = [...wrong].map(([code, number]) => `${number} × ${code}`).join(", ");
    throw new Error(`${times.length} answers, ${counts} among them, at ${server.origin}${path}`);
  }
  return {
    rate: times.length / took,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    work: used / times.length,
  };
}
