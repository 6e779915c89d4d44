import type { Agent, AgentTool, ConnectServer, Viewer } from "@authkit-ui/server";
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { z } from "zod";
import { type ChatMessage, messageSchema, type ToolMessage } from "./chat-message.ts";
import { standInModel } from "./stand-in-model.ts";

const bodySchema = z.object({ messages: z.array(messageSchema).max(500) });

const isUser = (message: ChatMessage) => message.role === "user";

/**
 * The product's chat endpoint. It takes a conversation, and returns the messages that take the place
 * of its last one. The page keeps the conversation, so whatever it says of a call only changes what
 * the model reads: `agent` checks and runs the calls.
 */
export function createAssistant(
  connect: Pick<ConnectServer, "agent">,
  authenticate: (request: Request) => Promise<Viewer | null>,
): Hono {
  const routes = new Hono();
  routes.use(csrf());
  routes.post("/", async (context) => {
    const viewer = await authenticate(context.req.raw);
    if (!viewer) return context.json({ error: "Sign in first." }, 401);
    const body = bodySchema.safeParse(await context.req.json().catch(() => null));
    if (!body.data?.messages.some(isUser)) {
      return context.json({ error: "Send { messages }, with one of the user, as JSON." }, 400);
    }
    const messages = await answer(connect.agent(viewer), body.data.messages);
    return context.json({ messages });
  });
  return routes;
}

/** Lets the model call tools until it has an answer, or until a call waits for the person. */
async function answer(agent: Agent, conversation: ChatMessage[]): Promise<ChatMessage[]> {
  const tools = agent.tools();
  const before = conversation.slice(0, -1);
  const messages = await Promise.all(
    conversation.slice(-1).map((last) => (last.role === "tool" ? resume(agent, last) : last)),
  );
  while (!isWaiting(messages.at(-1))) {
    const all = [...before, ...messages];
    const turn = all.slice(all.findLastIndex(isUser));
    const calls = turn.filter((message) => message.role === "tool");
    // The same for a repeated request, so that the call is not repeated with it.
    const id = `${turn[0]?.id}/${calls.length + 1}`;
    const reply = standInModel(turn, tools);
    if ("text" in reply) return [...messages, { role: "assistant", id, text: reply.text }];
    const connectionId = lastUsed(calls, reply.tool, tools);
    const outcome = await agent.call({ callId: id, ...reply, connectionId });
    messages.push({ role: "tool", id, ...reply, outcome });
  }
  return messages;
}

/** The account that an earlier call of the turn has used: nobody chooses twice for one answer. */
function lastUsed(calls: ToolMessage[], tool: string, tools: AgentTool[]): string | undefined {
  const platformOf = (tool: string) => tools.find(({ name }) => name === tool)?.platform;
  const outcomes = calls
    .filter((call) => platformOf(call.tool) === platformOf(tool))
    .map(({ outcome }) => outcome);
  return outcomes.findLast((outcome) => outcome.status === "done")?.connectionId;
}

const isWaiting = (message: ChatMessage | undefined) =>
  message?.role === "tool" && message.outcome.status === "connection_required";

/** Continues a call for whose account the person was asked. */
async function resume(agent: Agent, message: ToolMessage): Promise<ToolMessage> {
  if (message.outcome.status !== "connection_required") return message;
  const { request } = message.outcome;
  return { ...message, request, outcome: await agent.resolve(request.id) };
}
