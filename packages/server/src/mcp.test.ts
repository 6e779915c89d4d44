import { fileURLToPath } from "node:url";
import type { ConnectionRequest } from "@authkit-ui/contract";
import { serveEmulator } from "@authkit-ui/emulator/node";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterEach, describe, expect, it } from "vitest";
import type { McpProcessSettings } from "../test/mcp-process.ts";
import type { Agent, AgentCall, AgentOutcome } from "./index.ts";
import { createMcpServer } from "./mcp.ts";

const program = fileURLToPath(new URL("../test/mcp-process.ts", import.meta.url));

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function connectClient(transport: Parameters<Client["connect"]>[0]) {
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(transport);
  closers.push(() => client.close());
  return client;
}

const info = { name: "acme", version: "1.0.0" };

/** A client in the process, of an agent that answers what the test says. */
async function connectTo(outcome: AgentOutcome, options: { requestUrl?: () => string } = {}) {
  const calls: AgentCall[] = [];
  const resolved: string[] = [];
  const agent: Pick<Agent, "tools" | "call" | "resolve"> = {
    tools: () => [],
    call: async (call) => {
      calls.push(call);
      return outcome;
    },
    resolve: async (id) => {
      resolved.push(id);
      return { status: "done", connectionId, result: "Sent." };
    },
  };
  const [forClient, forServer] = InMemoryTransport.createLinkedPair();
  await createMcpServer(agent, { ...info, ...options }).connect(forServer);
  return { client: await connectClient(forClient), calls, resolved };
}

const request: ConnectionRequest = {
  id: "7c0e8b0e-0d4c-4d55-9e0b-6a2f6c1d2e3f",
  platform: "gmail",
  identityType: "user",
  reason: "choose",
  status: "pending",
  action: "sendMessage",
  candidates: [],
  expiresAt: "2026-01-02T00:00:00.000Z",
};
const requestId = request.id;
const connectionId = "0b9c2a52-6f0a-4a0e-9b1d-3c8d5e7f9a10";
const platform = "gmail";

describe("the MCP server of an agent", () => {
  it("lists and calls the tools for the official client over stdio", async () => {
    const pica = await serveEmulator();
    closers.push(pica.close);
    const settings: McpProcessSettings = { pica: pica.origin, user: "u_ann" };
    const client = await connectClient(
      new StdioClientTransport({
        command: process.execPath,
        args: ["--import", "tsx", program, JSON.stringify(settings)],
        stderr: "ignore",
      }),
    );
    const { control } = pica.emulator;
    const sent = () => control.requests().filter(({ path }) => path.includes("/passthrough/"));

    const { tools } = await client.listTools();
    expect(tools).toMatchObject([
      {
        name: "sendMessage",
        description: "Sends an e-mail.",
        inputSchema: { type: "object", required: ["to"] },
        annotations: { readOnlyHint: false },
      },
      { name: "readProfile", annotations: { readOnlyHint: true } },
    ]);

    const send = (to: string) => client.callTool({ name: "sendMessage", arguments: { to } });
    const waiting = await send("ben@example.com");
    expect(waiting).toMatchObject({
      isError: false,
      structuredContent: { status: "connection_required", reason: "missing", platform: "gmail" },
      content: [
        { type: "text", text: expect.stringContaining("https://app.example.com/requests/") },
      ],
    });
    expect(sent()).toEqual([]);

    const { key } = control.createConnection({ platform: "gmail", identity: settings.user });
    await expect
      .poll(() => send("ben@example.com"))
      .toMatchObject({
        isError: false,
        structuredContent: { status: "done", connectionId: expect.any(String) },
      });
    expect(sent()).toMatchObject([{ headers: { "x-pica-connection-key": key } }]);
    expect(await send("ben")).toMatchObject({
      isError: true,
      structuredContent: { status: "refused", problem: { code: "invalid_request" } },
    });
    expect(await client.callTool({ name: "readProfile" })).toMatchObject({
      structuredContent: { status: "done", result: { emailAddress: expect.any(String) } },
    });
    expect(await client.callTool({ name: "deleteEverything" })).toMatchObject({ isError: true });
    expect(sent()).toHaveLength(2);
    expect(JSON.stringify(waiting)).not.toContain("sk_test");
  });

  it.each<[AgentOutcome, string]>([
    [{ status: "done", connectionId, result: "Sent." }, "Sent."],
    [{ status: "done", connectionId, result: { id: 7 } }, '{"id":7}'],
    [{ status: "done", connectionId, result: null }, "null"],
    [
      { status: "connection_required", platform, reason: "choose", requestId, request },
      "Several gmail accounts are connected. Ask the person to choose one in this product, then call this tool again. Nothing has been done yet.",
    ],
    [
      { status: "connection_required", platform, reason: "broken", requestId, request },
      "The gmail account no longer works. Ask the person to reconnect it in this product, then call this tool again. Nothing has been done yet.",
    ],
    [
      { status: "declined", requestId, platform },
      "The person does not want to connect gmail. Nothing has been done.",
    ],
    [
      { status: "unavailable", requestId, platform },
      "Nobody can connect gmail for this call. Nothing has been done.",
    ],
  ])("says %j in words, and as structured content", async (outcome, text) => {
    const { client } = await connectTo(outcome);
    expect(await client.callTool({ name: "sendMessage" })).toEqual({
      content: [{ type: "text", text }],
      structuredContent: outcome,
      isError: false,
    });
  });

  it.each<AgentOutcome>([
    { status: "refused", problem: { code: "forbidden", detail: "Read only." } },
    { status: "interrupted" },
  ])("marks %j as an error", async (outcome) => {
    const { client } = await connectTo(outcome);
    expect(await client.callTool({ name: "sendMessage" })).toMatchObject({ isError: true });
  });

  it("continues the call that waited for the person when the model calls the tool again", async () => {
    const required = { platform, reason: "choose", requestId, request } as const;
    const { client, calls, resolved } = await connectTo({
      status: "connection_required",
      ...required,
    });
    const send = (to: string) => client.callTool({ name: "sendMessage", arguments: { to } });
    await send("ben@example.com");
    await send("eve@example.com");
    expect([calls.length, resolved]).toEqual([2, []]);
    expect(await send("ben@example.com")).toMatchObject({ structuredContent: { status: "done" } });
    expect([calls.length, resolved]).toEqual([2, [requestId]]);
    // It is over, so this is another call.
    await send("ben@example.com");
    expect([calls.length, resolved]).toEqual([3, [requestId]]);
  });

  it("gives each call of each session an id of its own", async () => {
    const [first, second] = [
      await connectTo({ status: "interrupted" }),
      await connectTo({ status: "interrupted" }),
    ];
    for (const { client } of [first, first, second]) await client.callTool({ name: "sendMessage" });
    const ids = [...first.calls, ...second.calls].map(({ callId }) => callId);
    expect(new Set(ids).size).toBe(3);
  });
});
