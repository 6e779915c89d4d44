import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { ActionEffect } from "../connections/access.ts";
import type { PathParameter } from "./path-template.ts";

export type ActionMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What an action sends to the provider, made of its checked input. */
export interface ActionRequest {
  /** For the placeholders of the path. */
  parameters?: Record<string, PathParameter> | undefined;
  query?: Record<string, string | number | boolean | undefined> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** A JSON Schema, as a plain object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a browser or an agent may do in a connection's name, and nothing else. */
export interface Action<Schema extends StandardSchemaV1 = StandardSchemaV1> {
  /** Only connections to this platform. */
  platform: string;
  method: ActionMethod;
  /** The provider's own path; placeholders are whole segments: `/users/{userId}/messages`. */
  path: string;
  /** Pica's id of the action, `conn_mod_def::…::…`. */
  actionId: string;
  /** What a browser or an agent may send, by any Standard Schema (zod, valibot, arktype, …). */
  input: Schema;
  /**
   * Tells a model what the action does and when to use it.
   * @default a sentence with the names of the action and its platform
   */
  description?: string | undefined;
  /**
   * The input as JSON Schema, of the type `object`, for agents. It only informs the model: the
   * server checks `input`.
   * @default what `input` says by Standard JSON Schema, as zod from 4.2 on does
   */
  inputSchema?: JsonSchema | undefined;
  /**
   * Whether it only reads at the provider. An account that may only be read refuses the others. Say
   * `"read"` of a POST that changes nothing, e.g. a search, and `"write"` of a GET that does.
   * @default "read" for a GET, else "write"
   */
  effect?: ActionEffect | undefined;
  /**
   * How the input becomes a request.
   * @default fields named in the path fill it; the others are the query of a GET or DELETE, else
   * the body
   */
  // A method's type, whose parameter is not checked as strictly, so that each action is an `Action`.
  request?: { of(input: StandardSchemaV1.InferOutput<Schema>): ActionRequest }["of"] | undefined;
}

/** The registered actions by the names that browsers and agents use. */
export type Actions = Readonly<Record<string, Action>>;

/**
 * Declares an action, with the type of its input taken from the schema.
 *
 * @example
 * const sendMessage = defineAction({
 *   platform: "gmail",
 *   method: "POST",
 *   path: "/users/me/messages/send",
 *   actionId: "conn_mod_def::…",
 *   input: z.object({ to: z.email(), subject: z.string().max(200) }),
 *   request: ({ to, subject }) => ({ body: { raw: toRaw(to, subject) } }),
 * });
 */
export function defineAction<Schema extends StandardSchemaV1>(
  action: Action<Schema>,
): Action<Schema> {
  return action;
}
