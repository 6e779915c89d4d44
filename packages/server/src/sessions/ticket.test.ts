import { describe, expect, it } from "vitest";
import { authKitOrigin, createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

describe("tickets", () => {
  it("mint the token for the session's identity, whatever headers, cookies and bodies say", async () => {
    const { ann, ben, session, call, emulator } = createHarness({ store });
    const { ticket } = await session(ann);
    await call("/token", {
      method: "POST",
      as: ben,
      body: { identity: ben.user, identityType: "team" },
      headers: {
        origin: authKitOrigin,
        authorization: `Bearer ${ticket}`,
        "x-user-id": ben.user,
      },
    });
    const mint = emulator.control.requests().find(({ path }) => path.endsWith("/authkit"));
    expect(mint?.body).toEqual({ identity: ann.user, identityType: "user" });
  });

  it("need no cookie: AuthKit's page has none", async () => {
    const { ann, session, token } = createHarness({ store });
    const { ticket } = await session(ann);
    expect((await token(ticket)).status).toBe(200);
  });

  it("cost two statements in the database: the use, and how it went", async () => {
    const statements: string[] = [];
    const counted = new Proxy(store, {
      get: (target, name, receiver) => {
        if (typeof name === "string") statements.push(name);
        return Reflect.get(target, name, receiver);
      },
    });
    const { ann, session, token } = createHarness({ store: counted });
    const { ticket } = await session(ann);
    statements.length = 0;
    expect((await token(ticket)).status).toBe(200);
    expect(statements).toEqual(["updateSession", "updateSession"]);
  });

  it("are good for twenty lists, then spent, and the session says so", async () => {
    const { ann, session, token, call } = createHarness({ store });
    const { id, ticket } = await session(ann);
    const statuses: number[] = [];
    for (let use = 0; use < 21; use++) statuses.push((await token(ticket, "?page=1")).status);
    expect(statuses).toEqual([...Array(20).fill(200), 401]);
    expect(await (await call(`/sessions/${id}`, { as: ann })).json()).toEqual({
      state: "token_refused",
      code: "ticket_spent",
    });
  });

  it("allow no more later pages than their lists have", async () => {
    const { ann, session, token } = createHarness({ store });
    const { ticket } = await session(ann);
    const statuses: number[] = [];
    for (const page of [1, 2, 3, 3, 4]) {
      statuses.push((await token(ticket, `?page=${page}&limit=99`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 401, 401]);
  });

  it("allow a later page that failed to be asked for again, but not for ever", async () => {
    const { ann, session, token, emulator, advance } = createHarness({
      store,
      rateLimits: { tokens: 1000 },
    });
    const { ticket } = await session(ann);
    const page = async (number: number) => (await token(ticket, `?page=${number}&limit=99`)).status;
    const failed = async (number: number) => {
      emulator.control.addFault({ kind: "status", status: 500 });
      const status = await page(number);
      emulator.control.clearFaults();
      advance(10_000);
      return status;
    };
    expect([await page(1), await failed(2), await page(2), await page(3)]).toEqual([
      200, 502, 200, 200,
    ]);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 40; attempt++) statuses.push(await failed(3));
    expect(statuses.slice(0, 15)).toEqual(Array(15).fill(502));
    expect(statuses.slice(-2)).toEqual([401, 401]);
  });

  it("tolerate a minute of clock skew, and tell the session when they expire", async () => {
    const { ann, session, token, call, advance } = createHarness({ store });
    const { id, ticket } = await session(ann);
    advance(10 * 60_000 + 30_000);
    expect((await token(ticket)).status).toBe(200);
    advance(60_000);
    expect(await (await token(ticket)).json()).toMatchObject({ code: "ticket_expired" });
    expect(await (await call(`/sessions/${id}`, { as: ann })).json()).toEqual({
      state: "token_refused",
      code: "ticket_expired",
    });
  });

  it("are refused once their session has ended", async () => {
    const { ann, session, token, call } = createHarness({ store });
    const { id, ticket } = await session(ann);
    await call(`/sessions/${id}`, { method: "DELETE", as: ann });
    expect(await (await token(ticket)).json()).toMatchObject({ code: "ticket_invalid" });
  });

  it("open no other route, and name nobody", async () => {
    const { ann, session, call } = createHarness({ store });
    const { id, ticket } = await session(ann);
    const headers = { authorization: `Bearer ${ticket}` };
    for (const path of ["/connections", "/connectors", `/sessions/${id}`]) {
      expect((await call(path, { headers })).status).toBe(401);
    }
    const [, payload] = ticket.split(".");
    expect(atob(payload ?? "")).not.toMatch(/u_ann|t_marlow/);
  });

  it("are accepted by another instance with the same secret, and by none with another", async () => {
    const { ann, session } = createHarness({ store });
    const { ticket } = await session(ann);
    expect((await createHarness({ store }).token(ticket)).status).toBe(200);
    const other = createHarness({ store, signingSecret: "another one of 32 characters or more" });
    expect(await (await other.token(ticket)).json()).toMatchObject({ code: "ticket_invalid" });
  });
});
