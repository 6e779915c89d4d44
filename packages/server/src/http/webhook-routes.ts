import type { Viewer } from "../identity/identity.ts";
import { readText } from "../text/read-text.ts";
import type { ConnectApp } from "./connect-env.ts";

/** Below the base path. Only One calls it, so it is no part of the contract with browsers. */
export const oneWebhookPath = "/webhooks/one";

/** One publishes no schema of its events; none that is about one connection is larger. */
const maxBodyBytes = 64 * 1024;

export interface WebhookServices {
  /** Looks into a hint in the background; null: this server does not speak to One. */
  receiveHint: ((body: string) => void) | null;
}

/**
 * One's webhooks. Their signature's algorithm is unpublished, so everybody can send one and none is
 * believed: whatever comes is answered alike and at once, before anything is looked up.
 */
export function webhookRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  { receiveHint }: WebhookServices,
): void {
  if (!receiveHint) return;
  app.post(oneWebhookPath, async (context) => {
    const body = await readText(context.req.raw.body, { bytes: maxBodyBytes });
    if (body !== null) receiveHint(body);
    return context.body(null, 202);
  });
}
