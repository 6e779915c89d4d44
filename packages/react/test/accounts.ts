import type { ConnectionsResponse } from "@authkit-ui/contract";
import { inject } from "vitest";
import { commands } from "vitest/browser";
import { waitUntil } from "./wait.ts";

/** An account that the signed-in viewer already has. */
export interface Account {
  platform: string;
  /** Given in our list; Pica's own names are not shown. */
  name?: string;
  state?: "operational" | "degraded" | "failed" | "unknown";
}

/** Connects accounts at Pica, as if in an earlier visit, and names them through the server. */
export async function giveAccounts(viewer: string, accounts: Account[]): Promise<void> {
  for (const { platform, state } of accounts) {
    const input = { platform, identity: viewer, ...(state && { state }) };
    await commands.control(inject("authKitOrigin"), "createConnection", input);
  }
  const connections = await waitUntil(async () => {
    const answer = await fetch("/api/connect/connections?identityType=user&refresh=true");
    const { connections }: ConnectionsResponse = await answer.json();
    // Where Pica takes too long, the server answers from its table.
    return connections.length >= accounts.length && connections;
  });
  for (const { platform, name } of accounts) {
    const connection = connections.find((one) => one.platform === platform);
    if (!name || !connection) continue;
    await fetch(`/api/connect/connections/${connection.id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name }),
    });
  }
}
