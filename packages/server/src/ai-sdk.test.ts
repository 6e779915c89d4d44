import { generateText, type InferUITool, stepCountIs, type ToolSet } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { createHarness } from "../test/harness.ts";
import { openTestStore } from "../test/test-store.ts";
import { type AiSdkTools, createAiSdkTools, isWaitingForConnection } from "./ai-sdk.ts";
import { type AgentOutcome, defineAction } from "./index.ts";

const store = await openTestStore();

const sendMessage = defineAction({
  platform: "gmail",
  method: "POST",
  path: "/users/me/messages/send",
  actionId: "conn_mod_def::send",
  description: "Sends an e-mail.",
  input: z.strictObject({ to: z.email() }),
  request: ({ to }) => ({ body: { raw: btoa(`To: ${to}\n\n`) } }),
});

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

/** A model that calls one tool and then says something. */
function createModel(toolCallId: string, input: unknown) {
  const tool = {
    type: "tool-call",
    toolCallId,
    toolName: "sendMessage",
    input: JSON.stringify(input),
  } as const;
  let step = 0;
  return new MockLanguageModelV3({
    doGenerate: async () => {
      const isFirst = step++ === 0;
      return {
        content: isFirst ? [tool] : [{ type: "text", text: "Done." }],
        finishReason: { unified: isFirst ? "tool-calls" : "stop", raw: undefined },
        usage,
        warnings: [],
      };
    },
  });
}

function setUp() {
  const harness = createHarness({ store, actions: { sendMessage } });
  const agent = harness.connect.agent(harness.ann);
  const outcomeOf = async (conversationId: string, input: unknown = { to: "ben@example.com" }) => {
    const { steps } = await generateText({
      model: createModel("call_1", input),
      prompt: "Send Ben a note.",
      tools: createAiSdkTools(agent, { conversationId }),
      stopWhen: stepCountIs(2),
    });
    return steps[0]?.toolResults[0]?.output;
  };
  return { ...harness, outcomeOf };
}

describe("the tools for the AI SDK", () => {
  it("fit where the AI SDK takes tools, and give the outcome to the page's types", () => {
    expectTypeOf<AiSdkTools>().toExtend<ToolSet>();
    expectTypeOf<InferUITool<AiSdkTools[string]>["output"]>().toEqualTypeOf<AgentOutcome>();
    expectTypeOf(createAiSdkTools).returns.toEqualTypeOf<AiSdkTools>();
  });

  it("tell the model what the product registered", async () => {
    const model = createModel("call_1", {});
    const { connect, ann } = createHarness({ store, actions: { sendMessage } });
    const tools = createAiSdkTools(connect.agent(ann), { conversationId: "1" });
    await generateText({ model, prompt: "Send Ben a note.", tools });
    expect(model.doGenerateCalls[0]?.tools).toMatchObject([
      {
        type: "function",
        name: "sendMessage",
        description: "Sends an e-mail.",
        inputSchema: { type: "object", required: ["to"] },
      },
    ]);
  });

  it("ask for the missing account, and send once for each call of a conversation", async () => {
    const { ann, connectAccount, outcomeOf, upstream } = setUp();
    expect(await outcomeOf("1")).toMatchObject({
      status: "connection_required",
      reason: "missing",
      request: { status: "pending" },
    });
    const { id: connectionId } = await connectAccount(ann, "gmail");
    expect(await outcomeOf("1")).toMatchObject({ status: "done", connectionId });
    expect(await outcomeOf("1")).toMatchObject({ status: "done" });
    expect(upstream("/passthrough/")).toHaveLength(1);
    // Some models number their calls anew in each conversation.
    expect(await outcomeOf("2")).toMatchObject({ status: "done" });
    expect(upstream("/passthrough/")).toHaveLength(2);
  });

  it("let the model stop at a call that waits for the person, and at no other", async () => {
    const { ann, connect, connectAccount } = createHarness({ store, actions: { sendMessage } });
    const texts = async (conversationId: string) => {
      const { steps } = await generateText({
        model: createModel("call_1", { to: "ben@example.com" }),
        prompt: "Send Ben a note.",
        tools: createAiSdkTools(connect.agent(ann), { conversationId }),
        stopWhen: [stepCountIs(10), isWaitingForConnection],
      });
      return steps.map(({ text }) => text);
    };
    expect(await texts("1")).toEqual([""]);
    await connectAccount(ann, "gmail");
    expect(await texts("1")).toEqual(["", "Done."]);
  });

  it("let the model stop at a tool without execute, whose call the product makes later", async () => {
    const { ann, connect, connectAccount, upstream } = createHarness({
      store,
      actions: { sendMessage },
    });
    await connectAccount(ann, "gmail");
    const agent = connect.agent(ann);
    const tools = createAiSdkTools(agent, { conversationId: "1" });
    delete tools.sendMessage?.execute;
    const { steps } = await generateText({
      model: createModel("call_1", { to: "ben@example.com" }),
      prompt: "Send Ben a note.",
      tools,
      stopWhen: [stepCountIs(10), isWaitingForConnection],
    });
    expect(steps.map(({ text }) => text)).toEqual([""]);
    expect(upstream("/passthrough/")).toEqual([]);
    const [call] = steps.flatMap(({ toolCalls }) => toolCalls);
    const { toolCallId = "", toolName = "", input } = call ?? {};
    const outcome = await agent.call({ callId: toolCallId, tool: toolName, input });
    expect(outcome).toMatchObject({ status: "done" });
    expect(upstream("/passthrough/")).toHaveLength(1);
  });

  it("let the server check the model's input", async () => {
    const { ann, connectAccount, outcomeOf, upstream } = setUp();
    await connectAccount(ann, "gmail");
    expect(await outcomeOf("1", { to: "ben" })).toMatchObject({
      status: "refused",
      problem: { code: "invalid_request" },
    });
    expect(upstream("/passthrough/")).toEqual([]);
  });
});
