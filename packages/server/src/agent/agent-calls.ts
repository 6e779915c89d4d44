import type {
  AgentOutcome,
  AnswerConnectionRequest,
  ConnectionRequest,
  ConnectionRequestReason,
  IdentityType,
} from "@authkit-ui/contract";
import type { ProviderResponse } from "../actions/provider-response.ts";
import type { ActionRunner, PreparedRequest } from "../actions/run-action.ts";
import { effectOf } from "../connections/access.ts";
import { toRecord } from "../connections/connection-record.ts";
import { type Connections, isUuid } from "../connections/connections.ts";
import type { Permissions } from "../connections/permissions.ts";
import type { Catalog } from "../connectors/catalog.ts";
import { notFound, ProblemError } from "../errors/problem-error.ts";
import { identitiesOf, identityName, identityOf, type Viewer } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredAgentCall, StoredConnection } from "../store/connect-store.ts";
import { hexDigest } from "../text/hex-digest.ts";
import { type AccountChoice, chooseAccount } from "./choose-account.ts";

/** A tool call of a model. */
export interface AgentCall {
  /**
   * The model's or protocol's own id of this call, 1 to 500 characters. A repeated call with the same
   * id and input gets the first one's outcome and is not sent again, for a day.
   */
  callId: string;
  /** The name of a registered action. */
  tool: string;
  /** The model's arguments, as JSON values. Checked by the action's `input` schema. */
  input: unknown;
  /**
   * The account to use, where your own code has chosen it. Never take it from the model.
   * @default the person's only account of the platform that works; with several, the person is asked
   */
  connectionId?: string | undefined;
}

export interface AgentCalls<V extends Viewer> {
  call(viewer: V, identityType: IdentityType, call: AgentCall): Promise<AgentOutcome>;
  /** As `continueCall`, but a failure is an outcome too. */
  resolve(viewer: V, requestId: string): Promise<AgentOutcome>;
  /** Throws `not_found` for another person's request, and `database_unavailable`. */
  continueCall(viewer: V, requestId: string): Promise<AgentOutcome>;
  /** The request as it stands now. Throws `not_found` for another person's. */
  readRequest(viewer: V, id: string): Promise<ConnectionRequest>;
  /** Throws `connection_conflict` for an account that the call cannot use. */
  answerRequest(viewer: V, id: string, answer: AnswerConnectionRequest): Promise<ConnectionRequest>;
}

export interface AgentCallsOptions<V extends Viewer> {
  store: ConnectStore;
  runner: ActionRunner;
  connections: Connections<V>;
  permissions: Permissions<V>;
  catalog: Pick<Catalog, "peek">;
  offersPlatform(platform: string): boolean;
  /** Milliseconds after which no request to a provider is still running. */
  requestTime: number;
  /** Resolves once the database can be used. */
  ready(): Promise<void>;
  logger: Logger;
  now(): number;
}

/** Milliseconds for which a call waits for the person, and for which its outcome is kept. */
const dayMs = 24 * 60 * 60 * 1000;
/** Milliseconds within which calls of one step of a model begin. */
const stepMs = 1000;
/** Pause between two looks at a call that another request or process runs. */
const pollMs = 100;
const maxCallIdLength = 500;
const maxInputLength = 100_000;

/** The status of a request, with what the person must do or how it has ended. */
type RequestStatus =
  | { status: "pending"; reason: ConnectionRequestReason; candidates: StoredConnection[] }
  | { status: "connected"; connectionId: string | null; account: StoredConnection | null }
  | { status: "denied"; account: StoredConnection }
  | { status: "declined" | "unavailable" };

const digestOf = (...parts: readonly string[]) =>
  hexDigest(new TextEncoder().encode(JSON.stringify(parts)));

/** Who calls, in a group too. */
function personOf(viewer: Viewer): string {
  const [first] = identitiesOf(viewer);
  return first ? identityName(first) : "";
}

const invalid = (detail: string) => new ProblemError("invalid_request", { detail });

/** Sorts the keys of objects, so that a copy of an input from a database is the same input. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toJson(input: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(input, sortKeys);
  } catch {
    throw invalid("The input of the call is not JSON.");
  }
  if (text !== undefined && text.length <= maxInputLength) return text;
  throw invalid("The input of the call is missing or too long.");
}

function checkCallId(callId: string): void {
  if (typeof callId === "string" && callId !== "" && callId.length <= maxCallIdLength) return;
  throw invalid(`The id of a call has 1 to ${maxCallIdLength} characters.`);
}

function toResult({ body, contentType }: ProviderResponse): unknown {
  if (body === "") return null;
  if (!/json/i.test(contentType)) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** For a model, which has no page to reload. */
const unknownToAgent = "There is no such tool, account or request, or it is not this person's.";

const unansweredCodes = ["upstream_unavailable", "upstream_timeout", "upstream_invalid"];

/** Whether Pica has not said what has become of a request, which may have run nevertheless. */
const isUnanswered = (error: unknown) =>
  error instanceof ProblemError && unansweredCodes.includes(error.code);

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export function createAgentCalls<V extends Viewer>(options: AgentCallsOptions<V>): AgentCalls<V> {
  const {
    store,
    runner,
    connections,
    permissions,
    catalog,
    offersPlatform,
    requestTime,
    ready,
    logger,
    now,
  } = options;
  const inMs = (milliseconds: number) => new Date(now() + milliseconds);
  const change = (call: StoredAgentCall, to: Parameters<ConnectStore["updateAgentCall"]>[1]) =>
    store.updateAgentCall(call.id, to, new Date(now()));

  const hasExpired = ({ expiresAt }: StoredAgentCall) => expiresAt.getTime() <= now();

  async function findOwn(viewer: V, id: string): Promise<StoredAgentCall> {
    const call = isUuid(id) ? await store.findAgentCall(id) : null;
    const isOwn =
      call && viewer[call.identity.type] === call.identity.id && personOf(viewer) === call.person;
    if (!isOwn) throw notFound("connection request");
    return call;
  }

  async function choose(
    viewer: V,
    { identity, platform, action: name }: StoredAgentCall,
    { chosen, refresh }: { chosen: string | null; refresh: boolean },
  ): Promise<AccountChoice> {
    const effect = effectOf(runner.find(name).action);
    const find = async (again: boolean) =>
      chooseAccount(
        await connections.find(viewer, { identityType: identity.type, refresh: again }),
        { platform, effect, chosen },
      );
    const choice = await find(false);
    // Nobody is asked for an account that was connected or repaired moments ago.
    return choice.account || !refresh ? choice : find(true);
  }

  /** Whether the person can connect the platform here at all. */
  async function mayConnect(viewer: V, { platform, identity }: StoredAgentCall): Promise<boolean> {
    const snapshot = catalog.peek();
    if (!offersPlatform(platform) || (snapshot && !snapshot.byPlatform.has(platform))) return false;
    const request = { viewer, identityType: identity.type, action: "connect", platform } as const;
    return (await permissions.check(request)) === true;
  }

  async function resolveStatus(
    viewer: V,
    call: StoredAgentCall,
    { refresh = false } = {},
  ): Promise<RequestStatus> {
    const { status, connectionId } = call;
    if (status === "declined" || status === "unavailable") return { status };
    if (status !== "waiting") return { status: "connected", connectionId, account: null };
    if (hasExpired(call)) return { status: "unavailable" };
    const choice = await choose(viewer, call, { chosen: connectionId, refresh });
    if (choice.account) {
      const { account } = choice;
      return { status: "connected", connectionId: account.id, account };
    }
    if (choice.reason === "denied") return { status: "denied", account: choice.denied };
    const { reason, candidates } = choice;
    if (reason === "missing" && !(await mayConnect(viewer, call))) return { status: "unavailable" };
    return { status: "pending", reason, candidates };
  }

  async function toRequest(
    viewer: V,
    call: StoredAgentCall,
    requestStatus: RequestStatus,
  ): Promise<ConnectionRequest> {
    const { id, platform, identity, action, expiresAt } = call;
    const isPending = requestStatus.status === "pending";
    const rows = isPending ? requestStatus.candidates : [];
    const connectionId = requestStatus.status === "connected" ? requestStatus.connectionId : null;
    return {
      id,
      platform,
      identityType: identity.type,
      reason: isPending ? requestStatus.reason : "missing",
      // The person has said what the account may be used for, and is not asked again.
      status: requestStatus.status === "denied" ? "unavailable" : requestStatus.status,
      action,
      candidates: await Promise.all(rows.map((row) => connections.present(viewer, row))),
      ...(connectionId !== null && { connectionId }),
      expiresAt: expiresAt.toISOString(),
    };
  }

  async function toConnectionRequired(
    viewer: V,
    call: StoredAgentCall,
    requestStatus: RequestStatus & { status: "pending" },
  ): Promise<AgentOutcome> {
    const { platform, id: requestId } = call;
    const request = await toRequest(viewer, call, requestStatus);
    const candidates = request.candidates.map(({ id, name, account, state }) => ({
      id,
      name,
      ...(account !== undefined && { account }),
      state,
    }));
    return {
      status: "connection_required",
      platform,
      reason: requestStatus.reason,
      ...(candidates.length > 0 && { candidates }),
      requestId,
      request: {
        ...request,
        candidates: request.candidates.map((candidate) => ({ ...candidate, key: "" })),
      },
    };
  }

  function toRefused(error: unknown): AgentOutcome {
    if (!(error instanceof ProblemError)) {
      logger.error("A call of an agent failed unexpectedly.", { error });
      return {
        status: "refused",
        problem: { code: "internal", detail: "Something went wrong on the server. Try again." },
      };
    }
    const { code, message, providerStatus } = error;
    const detail = code === "not_found" ? unknownToAgent : message;
    return {
      status: "refused",
      problem: { code, detail, ...(providerStatus !== undefined && { providerStatus }) },
    };
  }

  /** Stores the outcome, and returns what is stored then: another request may have been first. */
  async function finish(
    viewer: V,
    call: StoredAgentCall,
    from: "waiting" | "running",
    outcome: AgentOutcome,
  ): Promise<AgentOutcome> {
    const stored = { status: "done", from, outcome: JSON.stringify(outcome) } as const;
    if (await change(call, { ...stored, expiresAt: inMs(dayMs) })) return outcome;
    const other = await store.findAgentCall(call.id);
    return other && from === "waiting" ? proceed(viewer, other) : outcome;
  }

  /** Waits for whoever runs the call; its process may have ended meanwhile. */
  async function waitFor(viewer: V, call: StoredAgentCall): Promise<AgentOutcome> {
    let current: StoredAgentCall | null = call;
    while (current?.status === "running") {
      if (!current.claimedUntil || current.claimedUntil.getTime() <= now()) {
        return { status: "interrupted" };
      }
      await pause(pollMs);
      current = await store.findAgentCall(call.id);
    }
    if (!current) throw notFound("call");
    return proceed(viewer, current);
  }

  /** Sends a claimed call. A broken account that only the provider knows of makes it wait again. */
  async function send(
    viewer: V,
    call: StoredAgentCall,
    account: StoredConnection,
    request: PreparedRequest,
  ): Promise<AgentOutcome> {
    let outcome: AgentOutcome;
    try {
      const result = toResult(await runner.send(account, request));
      outcome = { status: "done", connectionId: account.id, result };
    } catch (error) {
      const { action } = runner.find(call.action);
      const mayHaveRun = isUnanswered(error) && effectOf(action) === "write";
      outcome = mayHaveRun ? { status: "interrupted" } : toRefused(error);
    }
    const isRevoked = outcome.status === "refused" && outcome.problem.providerStatus === 401;
    if (isRevoked && call.input !== null) {
      const { input } = call;
      const chosen = { chosen: account.id, refresh: true };
      const choice = await choose(viewer, call, chosen);
      if (!choice.account) {
        const waiting = await change(call, { status: "waiting", input, expiresAt: call.expiresAt });
        if (waiting) return proceed(viewer, waiting);
      }
    }
    return finish(viewer, call, "running", outcome);
  }

  /** Checks everything that a waiting call needs, then asks the person or claims and sends it. */
  async function run(viewer: V, call: StoredAgentCall): Promise<AgentOutcome> {
    const { id: requestId, identity, platform, action: name } = call;
    const action = `action:${name}` as const;
    let request: PreparedRequest;
    let account: StoredConnection;
    try {
      const registered = runner.find(name);
      request = await runner.prepare(registered, JSON.parse(call.input ?? "null"));
      const requestStatus = await resolveStatus(viewer, call, { refresh: true });
      if (requestStatus.status === "pending") {
        const [first, second] = requestStatus.candidates;
        const connection = first && !second ? toRecord(first) : undefined;
        const asked = { viewer, identityType: identity.type, action, platform, connection };
        // Nobody is asked for an account that the call may not use.
        await permissions.assert(asked);
        return await toConnectionRequired(viewer, call, requestStatus);
      }
      if (requestStatus.status === "denied") runner.assertUsable(registered, requestStatus.account);
      if (requestStatus.status !== "connected" || !requestStatus.account) {
        return { status: "unavailable", requestId, platform };
      }
      account = await connections.findOwned(viewer, requestStatus.account.id, action);
      runner.assertUsable(registered, account);
    } catch (error) {
      // A database that does not answer refuses nothing for good.
      if (error instanceof ProblemError && error.status >= 500) throw error;
      return finish(viewer, call, "waiting", toRefused(error));
    }
    const claimed = await change(call, {
      status: "running",
      chosen: call.connectionId,
      connectionId: account.id,
      claimedUntil: inMs(requestTime),
      expiresAt: inMs(dayMs),
    });
    if (claimed) return send(viewer, call, account, request);
    const current = await store.findAgentCall(call.id);
    if (!current) throw notFound("call");
    return proceed(viewer, current);
  }

  async function proceed(viewer: V, call: StoredAgentCall): Promise<AgentOutcome> {
    const { id: requestId, platform, status, outcome } = call;
    switch (status) {
      case "waiting":
        if (hasExpired(call)) return { status: "unavailable", requestId, platform };
        return run(viewer, call);
      case "running":
        return waitFor(viewer, call);
      case "done":
        return JSON.parse(outcome ?? "null");
      default:
        return { status, requestId, platform };
    }
  }

  /** Stores the call, or finds it if it was made before. */
  async function begin(
    viewer: V,
    identityType: IdentityType,
    { callId, tool, input }: AgentCall,
  ): Promise<StoredAgentCall> {
    const { action } = runner.find(tool);
    const identity = identityOf(viewer, identityType);
    checkCallId(callId);
    const text = toJson(input);
    const person = personOf(viewer);
    const digest = await digestOf(tool, text);
    const id = crypto.randomUUID();
    const call = await store.createAgentCall({
      id,
      key: await digestOf(person, identityName(identity), callId),
      identity,
      person,
      platform: action.platform,
      action: tool,
      digest,
      input: text,
      connectionId: null,
      status: "waiting",
      claimedUntil: null,
      outcome: null,
      createdAt: new Date(now()),
      expiresAt: inMs(dayMs),
    });
    if (call.digest !== digest) {
      throw invalid("Another call has this id. Give each call an id of its own.");
    }
    if (call.id !== id) return call;
    if (effectOf(action) === "write") {
      // The model has made the call again before the person answered: only one may run.
      const createdBefore = inMs(-stepMs);
      await store.supersedeAgentCalls(call, { createdBefore, expiresAt: inMs(dayMs) });
    }
    await store.expireAgentCalls(new Date(now()));
    return call;
  }

  const unusable = () =>
    new ProblemError("connection_conflict", {
      detail:
        "The call cannot use this account: it is not yours, is not of the app that the call needs, or " +
        "does not work. Choose or connect another one.",
    });

  /**
   * Stores the chosen account. Returns null for a call that no longer waits. Throws
   * `connection_conflict` for an account that the call cannot use, and `access_denied` for one that it
   * may not use.
   */
  async function setAccount(
    viewer: V,
    call: StoredAgentCall,
    { connectionId, mayBeBroken }: { connectionId: string; mayBeBroken: boolean },
  ): Promise<StoredAgentCall | null> {
    const choice = await choose(viewer, call, { chosen: connectionId, refresh: true });
    if (!choice.account && choice.reason === "denied") {
      runner.assertUsable(runner.find(call.action), choice.denied);
    }
    const isBroken =
      !choice.account &&
      choice.reason === "broken" &&
      choice.candidates.some(({ id }) => id === connectionId);
    if (!choice.account && !(isBroken && mayBeBroken)) throw unusable();
    return change(call, { connectionId });
  }

  const settled = () =>
    new ProblemError("connection_conflict", {
      detail: "This request has been answered already, or has expired. Ask the assistant again.",
    });

  async function continueCall(viewer: V, requestId: string): Promise<AgentOutcome> {
    await ready();
    return proceed(viewer, await findOwn(viewer, requestId));
  }

  return {
    call: async (viewer, identityType, call) => {
      try {
        await ready();
        const begun = await begin(viewer, identityType, call);
        const { connectionId } = call;
        if (connectionId === undefined || begun.status !== "waiting") {
          return await proceed(viewer, begun);
        }
        // A broken one is what the person is asked to reconnect.
        const chosen = await setAccount(viewer, begun, { connectionId, mayBeBroken: true });
        return await proceed(viewer, chosen ?? (await findOwn(viewer, begun.id)));
      } catch (error) {
        return toRefused(error);
      }
    },

    resolve: async (viewer, requestId) => {
      try {
        return await continueCall(viewer, requestId);
      } catch (error) {
        return toRefused(error);
      }
    },

    continueCall,

    readRequest: async (viewer, id) => {
      const call = await findOwn(viewer, id);
      return toRequest(viewer, call, await resolveStatus(viewer, call));
    },

    answerRequest: async (viewer, id, answer) => {
      const call = await findOwn(viewer, id);
      const changed =
        "declined" in answer
          ? await change(call, { status: "declined", expiresAt: inMs(dayMs) })
          : await setAccount(viewer, call, { ...answer, mayBeBroken: false });
      const current = changed ?? (await findOwn(viewer, id));
      const isSame =
        "declined" in answer
          ? current.status === "declined"
          : (current.status === "running" || current.status === "done") &&
            current.connectionId === answer.connectionId;
      if (!changed && !isSame) throw settled();
      return toRequest(viewer, current, await resolveStatus(viewer, current));
    },
  };
}
