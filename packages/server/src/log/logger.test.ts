import { describe, expect, it } from "vitest";
import { cookieOf, createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

describe("the log", () => {
  it("never holds a secret, ticket, key, cookie or identity, whatever fails", async () => {
    const { ann, session, token, call, connectAccount, list, emulator, log, advance } =
      createHarness({
        store,
        onConnected: ({ key }) => {
          throw new Error(`hook of ${key} with sk_test_local and Bearer abc.def.ghi`);
        },
        describeAccount: () => {
          throw Object.assign(new Error("no"), { cookie: cookieOf({ user: "u_1" }) });
        },
      });
    const { ticket } = await session(ann);
    const connection = await connectAccount(ann, "gmail");
    for (const status of [401, 402, 403, 500]) {
      emulator.control.addFault({ kind: "status", status, message: `no ${connection.key}` });
      await token(ticket);
      await list(ann, "?refresh=true");
      await call(`/connections/${connection.id}`, { method: "DELETE", as: ann });
      await call("/connectors", { as: ann });
      emulator.control.clearFaults();
      advance(20_000);
    }
    expect(log.length).toBeGreaterThan(5);
    const text = log.join("\n");
    for (const secret of ["sk_test", "::", ticket, ann.user, ann.team, "eyJ", "abc.def"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("cannot fail a request", async () => {
    const fail = () => {
      throw new Error("disk full");
    };
    const logger = { debug: fail, info: fail, warn: fail, error: fail };
    const { ann, call, emulator } = createHarness({ store, logger });
    emulator.control.addFault({ kind: "status", status: 500 });
    expect((await call("/connections", { as: ann })).status).toBe(200);
  });
});
