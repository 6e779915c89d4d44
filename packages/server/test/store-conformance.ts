import { afterAll, beforeAll, describe, it } from "vitest";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { agentCallConformance } from "./agent-call-conformance.ts";
import { connectionConformance } from "./connection-conformance.ts";
import { deletionConformance } from "./deletion-conformance.ts";
import { identityConformance } from "./identity-conformance.ts";
import { sessionConformance } from "./session-conformance.ts";

/** What every store must do; whoever writes one runs this on it. */
export function storeConformance(
  name: string,
  open: () => Promise<{ store: ConnectStore; end(): Promise<void> }>,
) {
  describe(`store conformance: ${name}`, () => {
    let store: ConnectStore;
    let end = async () => {};
    beforeAll(async () => {
      ({ store, end } = await open());
      await store.migrate();
    });
    afterAll(() => end());

    it("migrates again without a change", async () => {
      await Promise.all([store.migrate(), store.migrate()]);
    });

    sessionConformance(() => store);
    connectionConformance(() => store);
    deletionConformance(() => store);
    identityConformance(() => store);
    agentCallConformance(() => store);
  });
}
