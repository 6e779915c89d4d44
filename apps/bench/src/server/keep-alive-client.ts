import { connect, type Socket } from "node:net";

/** A connection that stays open and takes one request after the other. */
export interface KeepAliveClient {
  /**
   * Sends a request as it travels.
   *
   * @returns The answer's status, once all of it is there.
   */
  ask(request: string): Promise<number>;
  close(): void;
}

/** An answer that is being read. */
interface Reading {
  head: string;
  status: number;
  /** Bytes of the body still to come; unknown where it comes in chunks. */
  missing: number | null;
  /** The last bytes of a body in chunks. */
  tail: string;
  resolve(status: number): void;
  reject(error: Error): void;
}

const endOfHead = "\r\n\r\n";
const lastChunk = "0\r\n\r\n";
/** Bytes of one reading in which the end of the head is looked for. */
const mostOfHead = 4096;
/** Milliseconds without a byte after which a server counts as gone. */
const patience = 30_000;

/**
 * All clients read into it: what an answer says is not looked at, and to copy it takes a client
 * longer than a server takes to send it.
 */
const buffer = Buffer.alloc(256 * 1024);

/** Notes `length` bytes of the buffer. @returns Whether the answer is whole. */
function read(reading: Reading, length: number): boolean {
  let from = 0;
  if (reading.status === 0) {
    const before = reading.head.length;
    reading.head += buffer.toString("latin1", 0, Math.min(length, mostOfHead));
    const end = reading.head.indexOf(endOfHead);
    if (end < 0) return false;
    from = end + endOfHead.length - before;
    const head = reading.head.slice(0, end);
    reading.status = Number(head.slice(9, 12));
    const [, given] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
    const isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    reading.missing = isChunked ? null : Number(given ?? 0);
  }
  if (reading.missing !== null) {
    reading.missing -= length - from;
    return reading.missing <= 0;
  }
  const last = buffer.toString("latin1", Math.max(from, length - lastChunk.length), length);
  reading.tail = (reading.tail + last).slice(-lastChunk.length);
  return reading.tail === lastChunk;
}

/**
 * Opens a connection to `origin`. Load generators with a whole HTTP parser were full at 5,000
 * catalogs a second while the server was half idle: what they measured was themselves.
 *
 * @throws Error when nothing listens there
 */
export async function openKeepAliveClient(origin: string): Promise<KeepAliveClient> {
  const { hostname, port } = new URL(origin);
  let reading: Reading | null = null;
  const socket = await new Promise<Socket>((resolve, reject) => {
    const callback = (length: number) => {
      const current = reading;
      if (current && read(current, length)) {
        reading = null;
        current.resolve(current.status);
      }
      return true;
    };
    const opened = connect({ host: hostname, port: Number(port), onread: { buffer, callback } });
    opened.once("connect", () => resolve(opened));
    opened.once("error", reject);
  });
  socket.setNoDelay();
  socket.setTimeout(patience, () => socket.destroy());
  socket.on("error", () => {});
  socket.once("close", () =>
    reading?.reject(new Error(`${origin} ended the connection before its answer was whole.`)),
  );
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        reading = { head: "", status: 0, missing: 0, tail: "", resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}
