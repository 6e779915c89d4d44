import { jsonSchema, type Tool, tool } from "ai";
import type { Agent } from "./agent/agent.ts";
import type { AgentOutcome } from "./agent/outcome.ts";

/** Options of `createAiSdkTools`. */
export interface AiSdkToolsOptions {
  /**
   * Your id of the conversation. Some models number their calls anew in each conversation, and a call
   * with an id that the person's assistant has used before is not sent again.
   */
  conversationId: string;
}

/** The tools of an agent as the AI SDK takes them. */
export type AiSdkTools = Record<string, Tool<Record<string, unknown>, AgentOutcome>>;

/**
 * The agent's tools for `streamText` and `generateText` of the AI SDK. A tool's output is the
 * `AgentOutcome`: show `<ConnectRequest>` for a `connection_required`, then call `agent.resolve`.
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
