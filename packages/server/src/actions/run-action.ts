import type { StandardSchemaV1 } from "@standard-schema/spec";
import { assertAccess, effectOf } from "../connections/access.ts";
import type { Connections } from "../connections/connections.ts";
import type { Reconciler } from "../connections/reconciler.ts";
import type { RecordUse } from "../connections/use-recorder.ts";
import { ConnectConfigurationError } from "../errors/configuration-error.ts";
import { notFound, ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { PassthroughCall, PicaClient } from "../pica/pica-client.ts";
import type { StoredConnection } from "../store/connect-store.ts";
import type { Action, ActionRequest, Actions } from "./action.ts";
import { type PathTemplate, parsePathTemplate } from "./path-template.ts";
import { type ProviderResponse, toProviderResponse } from "./provider-response.ts";

async function checkInput(schema: StandardSchemaV1, input: unknown): Promise<unknown> {
  const result = await schema["~standard"].validate(input);
  if (!result.issues) return result.value;
  const [issue] = result.issues;
  const path = issue?.path
    ?.map((part) => String(typeof part === "object" ? part.key : part))
    .join(".");
  throw new ProblemError("invalid_request", {
    detail: path
      ? `The action's input was not understood: "${path}" is missing or not what is expected there.`
      : "The action's input was not understood.",
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The request of an action that has no `request` function. */
function defaultRequest(
  { method }: Action,
  { names }: PathTemplate,
  input: unknown,
): ActionRequest {
  if (!isRecord(input)) return { body: input };
  const inPath = Object.entries(input).filter(([name]) => names.includes(name));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  const parameters = Object.fromEntries(
    inPath.map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
  );
  if (method !== "GET" && method !== "DELETE") return { parameters, body: rest };
  const query = Object.fromEntries(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [
        name,
        typeof value === "object" ? JSON.stringify(value) : String(value),
      ]),
  );
  return { parameters, query };
}

/** A registered action and its parsed path. */
export interface RegisteredAction {
  readonly name: string;
  readonly action: Action;
  readonly template: PathTemplate;
}

/** The request that an action and its checked input make; only the connection's key is missing. */
export type PreparedRequest = Omit<PassthroughCall, "key">;

/**
 * Runs registered actions for browsers and agents. The caller names an action and chooses its input.
 * The server decides everything else of the request: method, path, headers and whose key.
 */
export interface ActionRunner {
  readonly all: readonly RegisteredAction[];
  /** The action of that name. Throws `not_found` for any other. */
  find(name: string): RegisteredAction;
  /** Throws if the connection is to another platform, or may not be used for the action. */
  assertUsable(registered: RegisteredAction, row: StoredConnection): void;
  /** Makes the request. Throws `invalid_request` for an input that the action does not take. */
  prepare(registered: RegisteredAction, input: unknown): Promise<PreparedRequest>;
  /** Sends the request in the connection's name. Throws a problem if the provider refuses. */
  send(row: StoredConnection, request: PreparedRequest): Promise<ProviderResponse>;
}

export interface ActionRunnerOptions {
  actions: Actions;
  pica: PicaClient;
  reconciler: Reconciler;
  recordUse: RecordUse;
}

function register(name: string, action: Action): RegisteredAction {
  const template = parsePathTemplate(action.path, name);
  const hasEffect = [undefined, "read", "write"].includes(action.effect);
  if (action.actionId && action.platform && hasEffect && /^[\w-]{1,64}$/.test(name)) {
    return { name, action, template };
  }
  throw new ConnectConfigurationError(
    "action_malformed",
    `The action "${name}" is malformed: its name is letters, digits, - and _, it has a platform and ` +
      'Pica\'s action id, and its effect, if any, is "read" or "write".',
  );
}

export function createActionRunner(options: ActionRunnerOptions): ActionRunner {
  const { actions, pica, reconciler, recordUse } = options;
  const all = Object.entries(actions).map(([name, action]) => register(name, action));
  const byName = new Map(all.map((registered) => [registered.name, registered]));

  return {
    all,

    find: (name) => {
      const registered = byName.get(name);
      if (!registered) throw notFound("action");
      return registered;
    },

    assertUsable: ({ action }, row) => {
      if (row.platform !== action.platform) {
        throw new ProblemError("connection_conflict", {
          detail: `This action is for connections to "${action.platform}".`,
        });
      }
      assertAccess(row, effectOf(action));
    },

    prepare: async ({ action, template }, input) => {
      const checked = await checkInput(action.input, input);
      const { parameters, query, body } =
        action.request?.(checked) ?? defaultRequest(action, template, checked);
      return {
        actionId: action.actionId,
        method: action.method,
        path: template.fill(parameters ?? {}),
        query,
        body: action.method === "GET" ? undefined : body,
      };
    },

    send: async (row, request) => {
      const response = await pica.passthrough({ ...request, key: row.key });
      // The provider has revoked the connection, so its state may have changed.
      if (response.status === 401) reconciler.invalidate(row.identity);
      const answer = toProviderResponse(response);
      await recordUse(row);
      return answer;
    },
  };
}

/** Runs an action for a browser, which names a connection and an action. */
export function createRunAction<V extends Viewer>(
  runner: ActionRunner,
  connections: Pick<Connections<V>, "findOwned">,
) {
  return async (viewer: V, id: string, name: string, input: unknown): Promise<ProviderResponse> => {
    const registered = runner.find(name);
    const row = await connections.findOwned(viewer, id, `action:${name}`);
    runner.assertUsable(registered, row);
    return runner.send(row, await runner.prepare(registered, input));
  };
}
