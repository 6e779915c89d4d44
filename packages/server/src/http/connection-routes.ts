import {
  type Connection,
  type ConnectionsResponse,
  identityTypes,
  type RenameConnectionRequest,
  routes,
  type SaveConnectionRequest,
} from "@authkit-ui/contract";
import { z } from "zod";
import type { ProviderAnswer } from "../actions/provider-response.ts";
import type { Connections } from "../connections/connections.ts";
import type { Viewer } from "../identity/identity.ts";
import { isPlain } from "../text/storable-text.ts";
import { completeAnswer, jsonAnswer } from "./answer-headers.ts";
import type { ConnectApp } from "./connect-env.ts";
import { check, readJson } from "./json-body.ts";
import type { Gate } from "./require-viewer.ts";

export interface ConnectionServices<V extends Viewer> {
  connections: Connections<V>;
  save(viewer: V, request: SaveConnectionRequest): Promise<Connection>;
  runAction(viewer: V, id: string, name: string, input: unknown): Promise<ProviderAnswer>;
}

const listQuery = z.object({
  identityType: z.enum(identityTypes).optional(),
  refresh: z.enum(["true", "false"]).optional(),
});

const saveBody = z.strictObject({
  // No comma: Pica's filter takes several keys, parted by one.
  key: z
    .string()
    .max(512)
    .regex(/^(live|test)::[^,\s]+$/)
    .refine(isPlain),
  sessionId: z.uuid(),
}) satisfies z.ZodType<SaveConnectionRequest>;

const renameBody = z.strictObject({
  name: z.string().max(1000).trim().max(100).refine(isPlain),
}) satisfies z.ZodType<RenameConnectionRequest>;

export function connectionRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  gate: Gate<V>,
  { connections, save, runAction }: ConnectionServices<V>,
): void {
  app.get(routes.connections, gate.signedIn("reads"), async (context) => {
    const { identityType, refresh } = check(context.req.query(), listQuery, "query");
    const list: ConnectionsResponse = await connections.list(context.get("viewer"), {
      ...(identityType && { identityType }),
      refresh: refresh === "true",
    });
    return jsonAnswer(context, list);
  });

  app.post(routes.connections, gate.signedIn("writes"), async (context) => {
    const body = await readJson(context.req.raw, saveBody);
    return jsonAnswer(context, await save(context.get("viewer"), body), 201);
  });

  app.patch("/connections/:id", gate.signedIn("writes"), async (context) => {
    const { name } = await readJson(context.req.raw, renameBody);
    const id = context.req.param("id");
    return jsonAnswer(context, await connections.rename(context.get("viewer"), id, name));
  });

  app.delete("/connections/:id", gate.signedIn("writes"), async (context) => {
    await connections.disconnect(context.get("viewer"), context.req.param("id"));
    return completeAnswer(context, 204, null);
  });

  app.post("/connections/:id/actions/:name", gate.signedIn("writes"), async (context) => {
    const input = await readJson(context.req.raw, z.unknown());
    const { id, name } = context.req.param();
    const { body, contentType } = await runAction(context.get("viewer"), id, name, input);
    return body === ""
      ? completeAnswer(context, 204, null)
      : completeAnswer(context, 200, body, { "content-type": contentType });
  });
}
