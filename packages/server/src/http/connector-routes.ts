import { routes } from "@authkit-ui/contract";
import type { Connectors } from "../connectors/connectors.ts";
import type { Viewer } from "../identity/identity.ts";
import type { ConnectApp } from "./connect-env.ts";
import type { RequireViewer } from "./require-viewer.ts";

export interface ConnectorServices<V extends Viewer> {
  connectors: Connectors<V>;
}

/** Whether `If-None-Match` names this version (RFC 9110: weak comparison, a list, or any). */
function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined || header === etag) return header === etag;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

export function connectorRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  requireViewer: RequireViewer<V>,
  { connectors }: ConnectorServices<V>,
): void {
  app.get(routes.connectors, requireViewer("reads"), async (context) => {
    const { body, etag } = await connectors.document(context.get("viewer"));
    // Revalidated each time, because what may be connected can change.
    const headers = { etag, "cache-control": "private, no-cache" };
    return matchesEtag(context.req.header("if-none-match"), etag)
      ? context.body(null, 304, headers)
      : context.body(body, 200, { ...headers, "content-type": "application/json" });
  });
}
