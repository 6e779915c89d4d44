/**
 * An MCP server over stdio in a process of its own, for the official client. Settings come as JSON in
 * the first argument.
 */
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";
import { createConnectServer, createMemoryStore, defineAction } from "../src/index.ts";
import { createMcpServer } from "../src/mcp.ts";

export interface McpProcessSettings {
  pica: string;
  user: string;
}

const { pica, user }: McpProcessSettings = JSON.parse(process.argv[2] ?? "{}");

const connect = createConnectServer({
  secret: "sk_test_local",
  authenticate: () => null,
  store: createMemoryStore(),
  pica: { baseUrl: pica, timeout: 60_000 },
  // Standard output belongs to the protocol.
  logger: { debug: console.error, info: console.error, warn: console.error, error: console.error },
  actions: {
    sendMessage: defineAction({
      platform: "gmail",
      method: "POST",
      path: "/users/me/messages/send",
      actionId: "conn_mod_def::send",
      description: "Sends an e-mail.",
      input: z.strictObject({ to: z.email() }),
      request: ({ to }) => ({ body: { raw: btoa(`To: ${to}\n\n`) } }),
    }),
    readProfile: defineAction({
      platform: "gmail",
      method: "GET",
      path: "/users/me/profile",
      actionId: "conn_mod_def::profile",
      input: z.strictObject({}),
    }),
  },
});

const server = createMcpServer(connect.agent({ user }), {
  name: "acme",
  version: "1.0.0",
  requestUrl: ({ id }) => `https://app.example.com/requests/${id}`,
});
await server.connect(new StdioServerTransport());
