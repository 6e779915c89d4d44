import { type Problem, problemContentType } from "@authkit-ui/contract";
import { onTestFinished } from "vitest";

/** A kind of requests to the mocked server that fails. */
export interface FailingRequests {
  method: string;
  /** Below the endpoint, e.g. `/connections`. */
  path: string;
  status: number;
  problem?: Partial<Problem> | undefined;
  /** What such a request waits for before it fails. */
  after?: (() => Promise<unknown>) | undefined;
}

/**
 * Lets requests fail that {@link mockConnect} would answer.
 *
 * @returns Lets them pass again.
 */
export function failRequests({
  method,
  path,
  status,
  problem,
  after,
}: FailingRequests): () => void {
  const { fetch } = globalThis;
  const restore = () => {
    globalThis.fetch = fetch;
  };
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), document.baseURI);
    const isFailing = (init?.method ?? "GET") === method && url.pathname.includes(path);
    if (!isFailing) return fetch(input, init);
    await after?.();
    const body = JSON.stringify({ status, detail: "", requestId: "4be0-d815", ...problem });
    return new Response(body, { status, headers: { "content-type": problemContentType } });
  };
  onTestFinished(restore);
  return restore;
}
