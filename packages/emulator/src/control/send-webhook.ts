import type { EmulatorState } from "../emulator-state.ts";
import { connectionRow } from "../vault/connection-row.ts";

/** The events of One that concern a single connection (www.withone.ai/docs/webhooks). */
export const webhookEvents = [
  "connection.created",
  "connection.oauth.created",
  "connection.deleted",
  "oauth.refreshed",
  "oauth.failed",
] as const;

/**
 * Posts a webhook. One publishes the names of its events, but no schema and no signature algorithm.
 * The body is therefore a guess, and it is not signed.
 */
export async function sendWebhook(
  emulator: EmulatorState,
  input: { url: string; event: (typeof webhookEvents)[number]; connection: string },
): Promise<{ status: number | null }> {
  const { vault, clock, options } = emulator;
  const connection = vault.byId(input.connection) ?? vault.byKey(input.connection);
  const body = {
    type: input.event,
    timestamp: new Date(clock.now()).toISOString(),
    // A deleted connection has no row.
    data: connection ? connectionRow(emulator, connection) : { key: input.connection },
  };
  try {
    const { status } = await options.fetch(input.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status };
  } catch {
    return { status: null };
  }
}
