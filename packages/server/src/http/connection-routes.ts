import {
  type Connection,
  type ConnectionsResponse,
  connectionAccesses,
  identityTypes,
  routes,
  type SaveConnectionRequest,
  type UpdateConnectionRequest,
} from "@authkit-ui/contract";
import { z } from "zod";
import type { ProviderResponse } from "../actions/provider-response.ts";
import type { Connections } from "../connections/connections.ts";
import type { Viewer } from "../identity/identity.ts";
import { isStorableText } from "../text/storable-text.ts";
import type { ConnectApp } from "./connect-env.ts";
import { readJson, validate } from "./json-body.ts";
import type { RequireViewer } from "./require-viewer.ts";

export interface ConnectionServices<V extends Viewer> {
  connections: Connections<V>;
  saveConnection(viewer: V, request: SaveConnectionRequest): Promise<Connection>;
  runAction(viewer: V, id: string, name: string, input: unknown): Promise<ProviderResponse>;
}

const listQuery = z.object({
  identityType: z.enum(identityTypes).optional(),
  refresh: z.enum(["true", "false"]).optional(),
});

const saveBody = z.strictObject({
  // Without a comma: Pica's filter takes several keys, separated by commas.
  key: z
    .string()
    .max(512)
    .regex(/^(live|test)::[^,\s]+$/)
    .refine(isStorableText),
  sessionId: z.uuid(),
}) satisfies z.ZodType<SaveConnectionRequest>;

const updateBody = z.union([
  z.strictObject({ name: z.string().max(1000).trim().max(100).refine(isStorableText) }),
  z.strictObject({ access: z.enum(connectionAccesses) }),
]) satisfies z.ZodType<UpdateConnectionRequest>;

export function connectionRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  requireViewer: RequireViewer<V>,
  { connections, saveConnection, runAction }: ConnectionServices<V>,
): void {
  app.get(routes.connections, requireViewer("reads"), async (context) => {
    const { identityType, refresh } = validate(context.req.query(), listQuery, "query");
    const list: ConnectionsResponse = await connections.list(context.get("viewer"), {
      ...(identityType && { identityType }),
      refresh: refresh === "true",
    });
    return context.json(list);
  });

  app.post(routes.connections, requireViewer("writes"), async (context) => {
    const body = await readJson(context.req.raw, saveBody);
    return context.json(await saveConnection(context.get("viewer"), body), 201);
  });

  app.patch("/connections/:id", requireViewer("writes"), async (context) => {
    const change = await readJson(context.req.raw, updateBody);
    const viewer = context.get("viewer");
    const id = context.req.param("id");
    return context.json(
      "access" in change
        ? await connections.setAccess(viewer, id, change.access)
        : await connections.rename(viewer, id, change.name),
    );
  });

  app.delete("/connections/:id", requireViewer("writes"), async (context) => {
    await connections.disconnect(context.get("viewer"), context.req.param("id"));
    return context.body(null, 204);
  });

  app.post("/connections/:id/actions/:name", requireViewer("writes"), async (context) => {
    const input = await readJson(context.req.raw, z.unknown());
    const { id, name } = context.req.param();
    const { body, contentType } = await runAction(context.get("viewer"), id, name, input);
    return body === ""
      ? context.body(null, 204)
      : context.body(body, 200, { "content-type": contentType });
  });
}
