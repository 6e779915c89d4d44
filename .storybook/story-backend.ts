import { createEmulator, type Emulator } from "@authkit-ui/emulator";
import { createConnectServer, createMemoryStore } from "@authkit-ui/server";

/** A server and a Pica of its own for one story, both inside the page. */
export interface StoryBackend {
  /** For `ConnectProvider`'s `endpoint`. */
  endpoint: string;
  /** For `ConnectProvider`'s `authKit.baseUrl`. */
  authKitUrl: string;
  emulator: Emulator;
  close(): Promise<void>;
}

/** What the worker hands to the page. */
interface HandedRequest {
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
function toRequest({ url, method, headers, body }: HandedRequest): Request {
  const request = new Request(url, { method, body: body.byteLength > 0 ? body : undefined });
  const all = new Headers(headers);
  if (method !== "GET" && !all.has("origin")) all.set("origin", location.origin);
  return Object.defineProperty(request, "headers", { value: all });
}

async function toMessage(response: Response) {
  const { status, statusText } = response;
  const body = status === 204 || status === 304 ? null : await response.arrayBuffer();
  return { status, statusText, headers: [...response.headers], body };
}

let workerReady: Promise<unknown> | undefined;

/** Starts the worker once a page. */
function startWorker(): Promise<unknown> {
  workerReady ??= navigator.serviceWorker
    .register("connect-worker.js")
    .then(() => navigator.serviceWorker.ready);
  return workerReady;
}

/** Starts a backend that lives as long as its story. */
export async function startStoryBackend(): Promise<StoryBackend> {
  await startWorker();
  const story = crypto.randomUUID();
  const base = new URL(`connect-story/${story}/`, document.baseURI).href;
  const emulator = createEmulator({ origin: `${base}pica` });
  const server = createConnectServer({
    secret: "sk_test_local",
    authenticate: async () => ({ user: "u_ann", team: "t_marlow" }),
    store: createMemoryStore(),
    basePath: new URL(`${base}api`).pathname,
    authKitOrigins: [location.origin],
    pica: { baseUrl: `${base}pica` },
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  });
  const answer = (event: MessageEvent<HandedRequest>) => {
    const port = event.ports[0];
    if (event.data?.story !== story || !port) return;
    const request = toRequest(event.data);
    const handled = request.url.startsWith(`${base}pica`)
      ? emulator.fetch(request)
      : server.handler(request);
    handled.then(toMessage).then((message) => port.postMessage(message));
  };
  navigator.serviceWorker.addEventListener("message", answer);
  return {
    endpoint: `${base}api`,
    authKitUrl: `${base}pica`,
    emulator,
    async close() {
      navigator.serviceWorker.removeEventListener("message", answer);
      await server.close();
    },
  };
}
