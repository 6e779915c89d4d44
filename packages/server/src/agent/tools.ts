import type { StandardJSONSchemaV1 } from "@standard-schema/spec";
import type { JsonSchema } from "../actions/action.ts";
import type { RegisteredAction } from "../actions/run-action.ts";
import { type ActionEffect, effectOf } from "../connections/access.ts";
import { ConnectConfigurationError } from "../errors/configuration-error.ts";

/** A registered action as a model is told of it. Plain JSON. */
export interface AgentTool {
  /** The action's name: letters, digits, - and _, at most 64. */
  name: string;
  description: string;
  /** JSON Schema of the type `object`. */
  inputSchema: JsonSchema & { type: "object" };
  /** Whether the tool only reads at the provider, or may change something there. */
  effect: ActionEffect;
  platform: string;
}

const howToFix =
  'Pass `inputSchema`, a JSON Schema of the type "object", or an `input` schema that has Standard ' +
  "JSON Schema, such as an object of zod 4.2 or later.";

const malformed = (name: string, why: string) =>
  new ConnectConfigurationError(
    "action_malformed",
    `The action "${name}" cannot be a tool of an agent: ${why}. ${howToFix}`,
  );

/** What `input` says of itself, if its library has Standard JSON Schema. */
function schemaOfInput({ name, action }: RegisteredAction): JsonSchema {
  const { jsonSchema }: Partial<StandardJSONSchemaV1.Props> = action.input["~standard"];
  if (!jsonSchema) throw malformed(name, "nothing says its input as JSON Schema");
  try {
    return jsonSchema.input({ target: "draft-07" });
  } catch {
    throw malformed(name, "its `input` schema cannot be written as JSON Schema");
  }
}

const isOfObjects = (schema: JsonSchema): schema is AgentTool["inputSchema"] =>
  schema.type === "object";

/** Throws `action_malformed` for an action that has no JSON Schema of an object. */
export function toTool(registered: RegisteredAction): AgentTool {
  const { name, action } = registered;
  const { platform, description } = action;
  const inputSchema = action.inputSchema ?? schemaOfInput(registered);
  if (!isOfObjects(inputSchema))
    throw malformed(name, 'its JSON Schema is not of the type "object"');
  return {
    name,
    description: description ?? `Runs "${name}" with the person's ${platform} account.`,
    inputSchema,
    effect: effectOf(action),
    platform,
  };
}
