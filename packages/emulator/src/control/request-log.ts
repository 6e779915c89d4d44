/** One request as it reached the emulator, and what came of it. */
export interface LoggedRequest {
  /** Counts up from 1. */
  id: number;
  /** ISO 8601, UTC, by the emulator's clock. */
  at: string;
  method: string;
  /** Below the emulator's origin. */
  path: string;
  query: Record<string, string>;
  /** Names in lower case. A secret key that the emulator does not know is left out. */
  headers: Record<string, string>;
  /** Parsed when it is JSON, else text; absent when empty, and for what people type in forms. */
  body?: unknown;
  /** Status of the answer; absent while pending and when the connection broke. */
  status?: number | undefined;
}

/** The latest requests, oldest first. */
export interface RequestLog {
  record(request: Omit<LoggedRequest, "id">): LoggedRequest;
  list(): LoggedRequest[];
  clear(): void;
}

/** @param size How many requests are kept. */
export function createRequestLog(size: number): RequestLog {
  let requests: LoggedRequest[] = [];
  let recorded = 0;
  return {
    record(request) {
      const logged = { id: ++recorded, ...request };
      requests.push(logged);
      if (requests.length > size) requests = requests.slice(-size);
      return logged;
    },
    list: () => [...requests],
    clear: () => {
      requests = [];
    },
  };
}
