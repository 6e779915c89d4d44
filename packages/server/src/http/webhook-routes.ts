import type { Viewer } from "../identity/identity.ts";
import { readText } from "../text/read-text.ts";
import type { ConnectApp } from "./connect-env.ts";

/** Below the base path. Only One calls it, so it is not in the contract with browsers. */
export const oneWebhookPath = "/webhooks/one";

/** One publishes no schema of its events. An event about one connection is smaller than this. */
const maxBodyBytes = 64 * 1024;

export interface WebhookServices {
  /** Processes a hint in the background. Null if this server is not on One. */
  receiveHint: ((body: string) => void) | null;
}

/**
 * Receives One's webhooks. One does not publish its signature algorithm, so anybody can send one
 * and none is trusted. Every request gets the same answer at once, before anything is looked up.
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
