import type { AgentOutcome, ConnectionRequest } from "@authkit-ui/contract";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Agent } from "./agent/agent.ts";

/** Options of `createMcpServer`. */
export interface McpServerOptions {
  /** What the server calls itself to clients. */
  name: string;
  version: string;
  /**
   * Your page on which the person answers a request, with `<ConnectRequest>`. Its address is told to
   * the model.
   * @default none: the model is told to ask the person to open your product
   */
  requestUrl?: ((request: ConnectionRequest) => string) | undefined;
}

type RequiredOutcome = Extract<AgentOutcome, { status: "connection_required" }>;

function describeRequired(
  { platform, reason, request }: RequiredOutcome,
  requestUrl: McpServerOptions["requestUrl"],
): string {
  const what = {
    missing: `No ${platform} account is connected. Ask the person to connect one`,
    broken: `The ${platform} account no longer works. Ask the person to reconnect it`,
    choose: `Several ${platform} accounts are connected. Ask the person to choose one`,
  }[reason];
  const where = requestUrl ? ` at ${requestUrl(request)}` : " in this product";
  return `${what}${where}, then call this tool again. Nothing has been done yet.`;
}

/** What the model reads. */
function describe(outcome: AgentOutcome, requestUrl: McpServerOptions["requestUrl"]): string {
  switch (outcome.status) {
    case "done":
      return typeof outcome.result === "string" ? outcome.result : JSON.stringify(outcome.result);
    case "connection_required":
      return describeRequired(outcome, requestUrl);
    case "declined":
      return `The person does not want to connect ${outcome.platform}. Nothing has been done.`;
    case "unavailable":
      return `Nobody can connect ${outcome.platform} for this call. Nothing has been done.`;
    case "refused":
      return outcome.problem.detail;
    case "interrupted":
      return "The call was interrupted, and nobody knows whether it has been done. Ask the person before you call the tool again.";
  }
}

/**
 * An MCP server of the official SDK with the tools of one person's agent. Make one for each session,
 * for the viewer that the session is authenticated as, and connect it to a transport of the SDK.
 *
 * @example
 * const server = createMcpServer(connect.agent({ user }), { name: "acme", version: "1.0.0" });
 * await server.connect(new StdioServerTransport());
 */
export function createMcpServer(
  agent: Pick<Agent, "tools" | "call" | "resolve">,
  { name, version, requestUrl }: McpServerOptions,
): Server {
  const server = new Server({ name, version }, { capabilities: { tools: {} } });
  /** Requests that the model was told of, by the call's tool and input. */
  const waiting = new Map<string, string>();
  // Clients number their requests from 0 in each session, and stdio has no id of the session.
  const ownSession = crypto.randomUUID();

  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: agent.tools().map(({ name, description, inputSchema, effect }) => ({
      name,
      description,
      inputSchema,
      annotations: { readOnlyHint: effect === "read" },
    })),
  }));

  server.setRequestHandler(
    CallToolRequestSchema,
    async ({ params }, { sessionId = ownSession, requestId }): Promise<CallToolResult> => {
      const { name: tool, arguments: input = {} } = params;
      const call = JSON.stringify([tool, input]);
      const waitingFor = waiting.get(call);
      const outcome =
        waitingFor === undefined
          ? await agent.call({ callId: JSON.stringify([sessionId, requestId]), tool, input })
          : // The model calls the tool again, with another id, once the person has answered.
            await agent.resolve(waitingFor);
      if (outcome.status === "connection_required") waiting.set(call, outcome.requestId);
      else waiting.delete(call);
      return {
        content: [{ type: "text", text: describe(outcome, requestUrl) }],
        structuredContent: { ...outcome },
        isError: outcome.status === "refused" || outcome.status === "interrupted",
      };
    },
  );
  return server;
}
