import type { AgentOutcome } from "@authkit-ui/contract";
import { jsonSchema, type Tool, tool } from "ai";
import type { Agent } from "./agent/agent.ts";

/** Options of `createAiSdkTools`. */
export interface AiSdkToolsOptions {
  /**
   * Your id of the conversation. Some models number their calls anew in each conversation, and a call
   * with an id that the person's assistant has used before is not sent again.
   */
  conversationId: string;
}

/** As much of the model's steps as {@link isWaitingForConnection} reads. */
export interface ModelSteps {
  steps: readonly { toolResults: readonly { output: unknown }[] }[];
}

/** The tools of an agent as the AI SDK takes them. */
export type AiSdkTools = Record<string, Tool<Record<string, unknown>, AgentOutcome>>;

/**
 * A stop condition for `stopWhen`: the model stops at a call that waits for the person, and goes on
 * once its outcome is in place of the call's output. `ChatConnectRequest` of
 * `@authkit-ui/react/ai-sdk` puts it there.
 *
 * @example
 * streamText({ model, messages, tools, stopWhen: [stepCountIs(10), isWaitingForConnection] });
 */
export function isWaitingForConnection({ steps }: ModelSteps): boolean {
  const results = steps.at(-1)?.toolResults ?? [];
  return results.some(
    ({ output }) => (output as Partial<AgentOutcome> | null)?.status === "connection_required",
  );
}

/**
 * The agent's tools for `streamText` and `generateText` of the AI SDK. A tool's output is the
 * `AgentOutcome`: render it with `<ChatConnectRequest>` of `@authkit-ui/react/ai-sdk`.
 *
 * @example
 * const tools = createAiSdkTools(connect.agent({ user }), { conversationId: chat.id });
 * const result = streamText({ model, messages, tools });
 */
export function createAiSdkTools(
  agent: Pick<Agent, "tools" | "call">,
  { conversationId }: AiSdkToolsOptions,
): AiSdkTools {
  return Object.fromEntries(
    agent.tools().map(({ name, description, inputSchema }) => [
      name,
      tool({
        description,
        inputSchema: jsonSchema<Record<string, unknown>>({ ...inputSchema }),
        execute: (input, { toolCallId }) =>
          agent.call({ callId: JSON.stringify([conversationId, toolCallId]), tool: name, input }),
      }),
    ]),
  );
}
