import { routes } from "@authkit-ui/contract";
import type { Connectors } from "../connectors/connectors.ts";
import type { Viewer } from "../identity/identity.ts";
import { completeAnswer } from "./answer-headers.ts";
import type { ConnectApp } from "./connect-env.ts";
import type { Gate } from "./require-viewer.ts";

export interface ConnectorServices<V extends Viewer> {
  connectors: Connectors<V>;
}

/** Whether `If-None-Match` names this version (RFC 9110: weak comparison, a list, or any). */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined || header === etag) return header === etag;
  const names = header.split(",").map((name) => name.trim().replace(/^W\//, ""));
  return names.includes(etag) || names.includes("*");
}

export function connectorRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  gate: Gate<V>,
  { connectors }: ConnectorServices<V>,
): void {
  app.get(routes.connectors, gate.signedIn("reads"), async (context) => {
    const { body, etag } = await connectors.document(context.get("viewer"));
    // Kept by the browser, but asked about each time: what may be connected can change.
    const headers = { etag, "cache-control": "private, no-cache" };
    return isKnown(context.req.header("if-none-match"), etag)
      ? completeAnswer(context, 304, null, headers)
      : completeAnswer(context, 200, body, { ...headers, "content-type": "application/json" });
  });
}
