import type { AgentOutcome } from "@authkit-ui/contract";
import type { AgentCall } from "./agent-calls.ts";
import type { AgentTool } from "./tools.ts";

/**
 * The registered actions as the tools of one person's assistant. It acts for the viewer that it was
 * made for and for nobody else, whatever the model says.
 */
export interface Agent {
  /**
   * The tools, in the order in which the actions are registered.
   *
   * @throws ConnectConfigurationError `action_malformed` for an action without a JSON Schema
   */
  tools(): AgentTool[];
  /**
   * Runs a tool call of the model, at most once, or says what it waits for. Failures are outcomes, too.
   *
   * @example
   * const outcome = await agent.call({ callId: toolCall.id, tool: toolCall.name, input: toolCall.input });
   */
  call(call: AgentCall): Promise<AgentOutcome>;
  /**
   * Continues a call that waited for an account, once the person has answered. The server looks at the
   * account itself, so nothing that a browser or a model claims makes the call run. Can be repeated.
   */
  resolve(requestId: string): Promise<AgentOutcome>;
}
