import { request } from "@playwright/test";
import type { DemoStack } from "../demo-stack.ts";

interface ConnectionsAnswer {
  connections: { id: string }[];
}

/** Disconnects every account through the kit's own routes, and resets the emulator. */
export async function resetDemo({ origin, emulator }: DemoStack): Promise<void> {
  emulator?.emulator.control.clearFaults();
  for (const user of ["ann", "ben"]) {
    const browser = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin } });
    await browser.post("/demo/login", { data: { user } });
    for (const identityType of ["user", "team"]) {
      const answer = await browser.get(`/api/connect/connections?identityType=${identityType}`);
      const { connections } = (await answer.json()) as ConnectionsAnswer;
      for (const { id } of connections) await browser.delete(`/api/connect/connections/${id}`);
    }
    await browser.dispose();
  }
  emulator?.emulator.control.reset();
}
