import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

describe("what reaches Pica", () => {
  it("is never a query of the browser's", async () => {
    const { ann, call, emulator } = createHarness({ store });
    const query = "?$where=1&identity=u_ben&regex=.*&skip=9&active[$ne]=1";
    await call(`/connections${query}`, { as: ann });
    await call(`/connectors${query}`, { as: ann });
    const queries = emulator.control.requests().map((request) => request.query);
    expect([...new Set(queries.flatMap(Object.keys))].sort()).toEqual([
      "active",
      "authkit",
      "identity",
      "identityType",
      "limit",
      "page",
    ]);
    const identities = queries.flatMap(({ identity }) => identity ?? []);
    expect(new Set(identities)).toEqual(new Set([ann.user]));
  });

  it("is never a header of the browser's", async () => {
    const { ann, session, token, emulator } = createHarness({ store });
    const { ticket } = await session(ann);
    await token(ticket, "", { cookie: "a=1", "x-pica-secret": "sk_test_other", "x-custom": "1" });
    const requests = emulator.control.requests();
    expect(requests.length).toBeGreaterThan(0);
    for (const { headers } of requests) {
      const names = Object.keys(headers).filter((name) => name !== "content-type");
      expect(names.sort()).toEqual(["accept", "x-pica-secret"]);
      expect(headers["x-pica-secret"]).toBe("sk_test_local");
    }
  });

  it("is asked in One's way when the product says so", async () => {
    const { ann, session, token, connectAccount, list, call, emulator } = createHarness(
      { store, pica: { generation: "one" } },
      { generation: "one" },
    );
    const { ticket } = await session(ann);
    const body = await (await token(ticket)).json();
    expect(body).toMatchObject({ total: 294, isWhiteLabel: false });
    const { id } = await connectAccount(ann, "gmail");
    expect((await list(ann)).connections).toMatchObject([{ id, state: "operational" }]);
    expect((await (await call("/connectors", { as: ann })).json()).total).toBe(294);
    const requests = emulator.control.requests();
    expect(requests.map(({ path }) => path)).toContain("/v1/authkit/token");
    expect(requests.every(({ headers }) => headers["x-one-secret"] === "sk_test_local")).toBe(true);
  });
});

describe("a busy Pica", () => {
  it("is not asked again before the time it named", async () => {
    const { ann, call, emulator, advance, upstream } = createHarness({ store });
    const fault = emulator.control.addFault({ kind: "status", status: 429 });
    const refused = await call("/connectors", { as: ann });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(await refused.json()).toMatchObject({ code: "upstream_rate_limited" });
    emulator.control.removeFault({ id: fault.id });

    advance(59_000);
    const early = await call("/connectors", { as: ann });
    expect(early.headers.get("retry-after")).toBe("1");
    expect(upstream()).toHaveLength(1);
    advance(1_000);
    expect((await call("/connectors", { as: ann })).status).toBe(200);
  });
});
