import type { EmulatorState } from "../emulator-state.ts";
import { connectionRow } from "../vault/connection-row.ts";

/** Those of One's events that are about one connection (www.withone.ai/docs/webhooks). */
export const webhookEvents = [
  "connection.created",
  "connection.oauth.created",
  "connection.deleted",
  "oauth.refreshed",
  "oauth.failed",
] as const;

/**
 * Posts a webhook. The names of the events are One's; the body is a guess, because no schema of it is
 * published. It has no signature, whose algorithm is not published either.
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
    // What is deleted has no row any more.
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
