import {
  type CreateSessionRequest,
  type CreateSessionResponse,
  identityTypes,
  routes,
  type SessionResponse,
} from "@authkit-ui/contract";
import { z } from "zod";
import type { Viewer } from "../identity/identity.ts";
import type { Sessions } from "../sessions/sessions.ts";
import { isStorableText } from "../text/storable-text.ts";
import type { ConnectApp } from "./connect-env.ts";
import { readJson } from "./json-body.ts";
import type { RequireViewer } from "./require-viewer.ts";

export interface SessionServices<V extends Viewer> {
  sessions: Sessions<V>;
}

const createSessionBody = z.strictObject({
  platform: z.string().min(1).max(100).refine(isStorableText).optional(),
  identityType: z.enum(identityTypes).optional(),
  reconnectId: z.uuid().optional(),
}) satisfies z.ZodType<CreateSessionRequest>;

export function sessionRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  requireViewer: RequireViewer<V>,
  { sessions }: SessionServices<V>,
): void {
  app.post(routes.sessions, requireViewer("sessions"), async (context) => {
    const body = await readJson(context.req.raw, createSessionBody);
    const session: CreateSessionResponse = await sessions.create(context.get("viewer"), body);
    return context.json(session, 201);
  });

  app.get("/sessions/:id", requireViewer("reads"), async (context) => {
    const session: SessionResponse = await sessions.read(
      context.get("viewer"),
      context.req.param("id"),
    );
    return context.json(session);
  });

  app.delete("/sessions/:id", requireViewer("writes"), async (context) => {
    await sessions.end(context.get("viewer"), context.req.param("id"));
    return context.body(null, 204);
  });
}
