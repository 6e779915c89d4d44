import type { AnswerConnectionRequest } from "@authkit-ui/contract";
import { z } from "zod";
import type { AgentCalls } from "../agent/agent-calls.ts";
import type { Viewer } from "../identity/identity.ts";
import type { ConnectApp } from "./connect-env.ts";
import { readJson } from "./json-body.ts";
import type { RequireViewer } from "./require-viewer.ts";

export interface ConnectionRequestServices<V extends Viewer> {
  agentCalls: Pick<AgentCalls<V>, "readRequest" | "answerRequest" | "continueCall">;
}

const answerBody = z.union([
  z.strictObject({ connectionId: z.uuid() }),
  z.strictObject({ declined: z.literal(true) }),
]) satisfies z.ZodType<AnswerConnectionRequest>;

/** What a page needs to ask the person for the account that a call of an agent waits for. */
export function connectionRequestRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  requireViewer: RequireViewer<V>,
  { agentCalls }: ConnectionRequestServices<V>,
): void {
  app.get("/connection-requests/:id", requireViewer("reads"), async (context) =>
    context.json(await agentCalls.readRequest(context.get("viewer"), context.req.param("id"))),
  );

  app.post("/connection-requests/:id", requireViewer("writes"), async (context) => {
    const answer = await readJson(context.req.raw, answerBody);
    const id = context.req.param("id");
    return context.json(await agentCalls.answerRequest(context.get("viewer"), id, answer));
  });

  app.post("/connection-requests/:id/continue", requireViewer("writes"), async (context) =>
    context.json(await agentCalls.continueCall(context.get("viewer"), context.req.param("id"))),
  );
}
