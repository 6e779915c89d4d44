import type { StandardSchemaV1 } from "@standard-schema/spec";
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

/** Something that the browser may have done in a connection's name, and nothing else. */
export interface Action<Schema extends StandardSchemaV1 = StandardSchemaV1> {
  /** Only connections to this platform. */
  platform: string;
  method: ActionMethod;
  /** The provider's own path; placeholders are whole segments: `/users/{userId}/messages`. */
  path: string;
  /** Pica's id of the action, `conn_mod_def::…::…`. */
  actionId: string;
  /** What the browser may send, by any Standard Schema (zod, valibot, arktype, …). */
  input: Schema;
  /**
   * How the input becomes a request.
   * @default fields named in the path fill it; the others are the query of a GET or DELETE, else
   * the body
   */
  // A method's type, whose parameter is not checked as strictly, so that each action is an `Action`.
  request?: { of(input: StandardSchemaV1.InferOutput<Schema>): ActionRequest }["of"] | undefined;
}

/** The registered actions by the names that the browser uses. */
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
