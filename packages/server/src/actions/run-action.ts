import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Connections } from "../connections/connections.ts";
import type { Reconciler } from "../connections/reconciler.ts";
import type { RecordUse } from "../connections/use-recorder.ts";
import { ConnectConfigurationError } from "../errors/configuration-error.ts";
import { notFound, ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { Action, ActionRequest, Actions } from "./action.ts";
import { type PathTemplate, parsePathTemplate } from "./path-template.ts";
import { type ProviderResponse, toProviderResponse } from "./provider-response.ts";

export interface RunActionOptions<V extends Viewer> {
  actions: Actions;
  pica: PicaClient;
  connections: Connections<V>;
  reconciler: Reconciler;
  recordUse: RecordUse;
}

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

/**
 * The safe form of Pica's passthrough: the browser names an action and a connection, and the server
 * decides everything else of the request: method, path, headers and whose key.
 */
export function createRunAction<V extends Viewer>(options: RunActionOptions<V>) {
  const { actions, pica, connections, reconciler, recordUse } = options;
  const templates = new Map<string, PathTemplate>();
  for (const [name, { path, actionId, platform }] of Object.entries(actions)) {
    templates.set(name, parsePathTemplate(path, name));
    if (actionId && platform && /^[\w-]{1,64}$/.test(name)) continue;
    throw new ConnectConfigurationError(
      "action_malformed",
      `The action "${name}" is malformed: its name is letters, digits, - and _, and it has a ` +
        "platform and Pica's action id.",
    );
  }

  return async (viewer: V, id: string, name: string, input: unknown): Promise<ProviderResponse> => {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const template = templates.get(name);
    if (!action || !template) throw notFound("action");
    const row = await connections.findOwned(viewer, id, `action:${name}`);
    if (row.platform !== action.platform) {
      throw new ProblemError("connection_conflict", {
        detail: `This action is for connections to "${action.platform}".`,
      });
    }
    const checked = await checkInput(action.input, input);
    const { parameters, query, body } =
      action.request?.(checked) ?? defaultRequest(action, template, checked);
    const response = await pica.passthrough({
      key: row.key,
      actionId: action.actionId,
      method: action.method,
      path: template.fill(parameters ?? {}),
      query,
      body: action.method === "GET" ? undefined : body,
    });
    // The provider has revoked the connection, so its state may have changed.
    if (response.status === 401) reconciler.invalidate(row.identity);
    const answer = toProviderResponse(response);
    await recordUse(row);
    return answer;
  };
}
