import { createEmulator, type Emulator, type FaultRequest } from "@authkit-ui/emulator";
import type { ConnectionRequest } from "@authkit-ui/react";
import {
  type ConnectServerOptions,
  createConnectServer,
  createMemoryStore,
  defineAction,
} from "@authkit-ui/server";
import { type HandedRequest, startWorker, toMessage, toRequest } from "./handed-request.ts";

type NewAccount = Parameters<Emulator["control"]["createConnection"]>[0];

/** What Ann and Ben belong to: the kit has an identity type for each. */
const groups = { team: "t_marlow", organization: "o_marlow", project: "p_rebrand" };

/** Who can be signed in; `nobody` is answered with 401. */
export const people = {
  ann: { user: "u_ann", ...groups },
  ben: { user: "u_ben", ...groups },
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
  /** The platform whose account an agent has asked Ann for, before the story opened. */
  agentNeeds?: string;
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
  /** What the agent has asked Ann for. */
  request: ConnectionRequest | undefined;
  close(): Promise<void>;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const silent = () => {};

/** What the agent of a story would do if it had an account. */
const sendNote = (platform: string) =>
  defineAction({
    platform,
    method: "POST",
    path: "/notes",
    actionId: "conn_mod_def::story::sendNote",
    input: { "~standard": { version: 1, vendor: "story", validate: (value) => ({ value }) } },
    inputSchema: { type: "object" },
  });

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
    ...(scene.agentNeeds !== undefined && { actions: { sendNote: sendNote(scene.agentNeeds) } }),
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
    request: undefined,
    async close() {
      navigator.serviceWorker.removeEventListener("message", onMessage);
      await server.close();
    },
  };
  if (scene.agentNeeds !== undefined) {
    const call = { callId: id, tool: "sendNote", input: {} };
    const outcome = await server.agent(people.ann).call(call);
    if (outcome.status === "connection_required") backend.request = outcome.request;
  }
  return backend;
}
