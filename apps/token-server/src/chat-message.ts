import type { AgentOutcome } from "@authkit-ui/server";
import { z } from "zod";

type Waiting = Extract<AgentOutcome, { status: "connection_required" }>;

const requestSchema = z.custom<Waiting["request"]>(
  (value) =>
    z
      .looseObject({ id: z.string(), platform: z.string(), connectionId: z.string().optional() })
      .safeParse(value).success,
);
const outcomeSchema = z.custom<AgentOutcome>((value) => {
  const outcome = z
    .looseObject({ status: z.string(), connectionId: z.string().optional() })
    .safeParse(value);
  if (outcome.data?.status !== "connection_required") return outcome.success;
  return requestSchema.safeParse(outcome.data.request).success;
});

export const messageSchema = z.discriminatedUnion("role", [
  z.object({ role: z.literal("user"), id: z.uuid(), text: z.string().min(1).max(2_000) }),
  z.object({ role: z.literal("assistant"), id: z.string(), text: z.string() }),
  z.object({
    role: z.literal("tool"),
    id: z.string(),
    tool: z.string(),
    input: z.unknown(),
    outcome: outcomeSchema,
    /** What the person was asked for this call, once they have answered. */
    request: requestSchema.optional(),
  }),
]);

/** A message of a conversation, as the page keeps it and the model reads it. */
export type ChatMessage = z.infer<typeof messageSchema>;
export type ToolMessage = Extract<ChatMessage, { role: "tool" }>;
