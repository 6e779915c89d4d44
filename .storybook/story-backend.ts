import { createEmulator, type Emulator, type FaultRequest } from "@authkit-ui/emulator";
import {
  type ConnectServerOptions,
  createConnectServer,
  createMemoryStore,
} from "@authkit-ui/server";
import { type HandedRequest, startWorker, toMessage, toRequest } from "./handed-request.ts";

type NewAccount = Parameters<Emulator["control"]["createConnection"]>[0];

/** Who can be signed in; `nobody` is answered with 401. */
export const people = {
  ann: { user: "u_ann", team: "t_marlow" },
  ben: { user: "u_ben", team: "t_marlow" },
  nobody: null,
} as const;

export type Person = keyof typeof people;

/** What a story finds when it opens. */
export interface StoryScene {
  /** What Ann has connected already; Ben has nothing. */
  accounts?: readonly Omit<NewAccount, "identity">[];
  /** What goes wrong at Pica, in AuthKit's page or at the provider. */
  faults?: readonly FaultRequest[];
  /** What accounts may be used for until Ann chooses; absent: she has nothing to choose. */
  access?: ConnectServerOptions["access"];
}

/** What the toolbar says; may change while the story is open. */
export interface StoryConditions {
  person: Person;
  /** Milliseconds that each answer of the product's server takes. */
  latency: number;
}

/** A server and a Pica of its own for one story, both inside the page. */
export interface StoryBackend {
  id: string;
  /** For `ConnectProvider`'s `endpoint`. */
  endpoint: string;
  /** For `ConnectProvider`'s `authKit.baseUrl`. */
  authKitUrl: string;
  emulator: Emulator;
  conditions: StoryConditions;
  close(): Promise<void>;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const silent = () => {};

/** Starts a backend that lives as long as its story. */
export async function startStoryBackend(
  scene: StoryScene,
  conditions: StoryConditions,
): Promise<StoryBackend> {
  await startWorker();
  const id = crypto.randomUUID();
  const base = new URL(`connect-story/${id}/`, document.baseURI).href;
  const emulator = createEmulator({ origin: `${base}pica` });
  for (const account of scene.accounts ?? []) {
    emulator.control.createConnection({
      identity: people.ann.user,
      environment: "live",
      ...account,
    });
  }
  for (const fault of scene.faults ?? []) emulator.control.addFault(fault);
  const server = createConnectServer({
    secret: "sk_live_local",
    authenticate: async () => people[backend.conditions.person],
    store: createMemoryStore(),
    basePath: new URL(`${base}api`).pathname,
    authKitOrigins: [location.origin],
    pica: { baseUrl: `${base}pica` },
    rateLimits: false,
    access: scene.access,
    describeAccount: ({ key }) =>
      emulator.control.connections().find((account) => account.key === key)?.account,
    // A story that shows a failure is not one.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    fetch: (input, init) => emulator.fetch(new Request(input, init)),
  });

  async function respond(handed: HandedRequest): Promise<Response> {
    const request = toRequest(handed);
    if (handed.url.startsWith(`${base}pica`)) return emulator.fetch(request);
    await pause(backend.conditions.latency);
    return server.handler(request);
  }
  const onMessage = ({ data, ports }: MessageEvent<HandedRequest>) => {
    const [port] = ports;
    if (data?.story !== id || !port) return;
    port.postMessage("claimed");
    respond(data)
      .then(toMessage)
      // A socket that the emulator drops is a request that fails.
      .catch(() => null)
      .then((message) => port.postMessage(message));
  };
  navigator.serviceWorker.addEventListener("message", onMessage);

  const backend: StoryBackend = {
    id,
    endpoint: `${base}api`,
    authKitUrl: `${base}pica`,
    emulator,
    conditions,
    async close() {
      navigator.serviceWorker.removeEventListener("message", onMessage);
      await server.close();
    },
  };
  return backend;
}
