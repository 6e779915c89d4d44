/** What the worker hands to the page. */
export interface HandedRequest {
  story: string;
  url: string;
  method: string;
  headers: [string, string][];
  body: ArrayBuffer;
}

/**
 * The request as the server would get it. A page may not set `origin` or `cookie` on a `Request`,
 * which the server's checks read, so the headers are put in afterwards.
 */
export function toRequest({ url, method, headers, body }: HandedRequest): Request {
  const hasBody = body.byteLength > 0 && method !== "GET" && method !== "HEAD";
  const request = new Request(url, { method, ...(hasBody && { body }) });
  const all = new Headers(headers);
  if (method !== "GET" && !all.has("origin")) all.set("origin", location.origin);
  return Object.defineProperty(request, "headers", { value: all });
}

/** A response as it travels back to the worker. */
export async function toMessage(response: Response) {
  const { status, statusText } = response;
  const body = status === 204 || status === 304 ? null : await response.arrayBuffer();
  return { status, statusText, headers: [...response.headers], body };
}

let workerReady: Promise<unknown> | undefined;

/**
 * Starts the worker once a page, and waits until this page's requests go through it.
 * @throws Error where the browser lets no page have a worker.
 */
export function startWorker(): Promise<unknown> {
  if (!("serviceWorker" in navigator)) {
    throw new Error(
      "This story brings its own server, which needs a service worker, and the browser gives none " +
        "to an address like this one. Open Storybook over https:, or as http://localhost.",
    );
  }
  workerReady ??= navigator.serviceWorker
    .register(new URL("connect-worker.js", document.baseURI))
    .then(() => navigator.serviceWorker.ready)
    .then(untilControlled);
  return workerReady;
}

const untilControlled = () =>
  new Promise<void>((resolve) => {
    const { serviceWorker } = navigator;
    if (serviceWorker.controller) return resolve();
    serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  });
