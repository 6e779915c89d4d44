import { afterEach, describe, expect, it } from "vitest";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openOwnStore } from "../../test/test-store.ts";
import type { ConnectStore } from "../store/connect-store.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function openStore(): Promise<ConnectStore> {
  const store = await openOwnStore();
  closers.push(store.close);
  return store;
}

const identityOf = ({ ann }: Harness) => ({ type: "user", id: ann.user }) as const;

/** How many deletions Pica answered with that status. */
const deletions = ({ emulator }: Harness, status: number) =>
  emulator.control
    .requests()
    .filter((request) => request.method === "DELETE" && request.status === status).length;

/**
 * Ann has three connections: one that the server knows, one that Pica has lost, and one that no
 * list has read yet.
 */
async function connectThree(harness: Harness) {
  const { ann, connectAccount, emulator, advance } = harness;
  await connectAccount(ann, "gmail");
  const lost = await connectAccount(ann, "slack");
  emulator.control.deleteConnection({ connection: lost.key });
  emulator.control.createConnection({ platform: "hubspot", identity: ann.user, state: "failed" });
  // Connections of another type and another person remain.
  emulator.control.createConnection({
    platform: "gmail",
    identity: ann.user,
    identityType: "team",
  });
  await connectAccount(harness.ben, "gmail");
  advance(20_000);
  emulator.control.clearRequests();
}

describe("connect.forget", () => {
  it("deletes every connection of an identity, returns a receipt, and deletes nobody else's", async () => {
    const disconnected: string[] = [];
    const harness = createHarness({
      store: await openStore(),
      onDisconnected: ({ platform }) => {
        disconnected.push(platform);
      },
    });
    const { connect, emulator, ann, ben, list, session, token } = harness;
    await connectThree(harness);
    const { ticket } = await session(ann);
    expect(await connect.forget(identityOf(harness))).toEqual({
      identity: identityOf(harness),
      deleted: 2,
      alreadyGone: 1,
      pending: [],
      isComplete: true,
    });
    expect([deletions(harness, 200) + deletions(harness, 204), deletions(harness, 404)]).toEqual([
      2, 1,
    ]);
    expect(disconnected.sort()).toEqual(["gmail", "hubspot", "slack"]);
    expect((await list(ann)).connections).toEqual([]);
    expect((await list(ben)).connections).toHaveLength(1);
    expect(emulator.control.connections()).toHaveLength(2);
    expect((await token(ticket)).status).toBe(401);
    harness.advance(60_000);
    expect(await connect.sweep()).toMatchObject({ identities: 1, forgotten: [] });
  });

  it("deletes each connection once when it is called twice at a time", async () => {
    const harness = createHarness({ store: await openStore() });
    const { connect } = harness;
    await connectThree(harness);
    const forget = () => connect.forget(identityOf(harness));
    const receipts = await Promise.all([forget(), forget()]);
    expect(receipts).toContainEqual(
      expect.objectContaining({ deleted: 2, alreadyGone: 1, isComplete: true }),
    );
    expect([deletions(harness, 204) + deletions(harness, 200), deletions(harness, 404)]).toEqual([
      2, 1,
    ]);
  });

  it("leaves what Pica refuses to the next sweep, and says when Pica takes requests again", async () => {
    const harness = createHarness({ store: await openStore() });
    const { connect, emulator, ann, advance } = harness;
    await connectThree(harness);
    emulator.control.addFault({ kind: "status", status: 429, method: "DELETE" });
    const receipt = await connect.forget(identityOf(harness));
    expect(receipt).toMatchObject({ deleted: 0, alreadyGone: 0, isComplete: false });
    expect(receipt.pending.map(({ platform }) => platform).sort()).toEqual([
      "gmail",
      "hubspot",
      "slack",
    ]);
    expect(receipt.pending.every(({ retryAt }) => retryAt && Date.parse(retryAt) > 0)).toBe(true);
    expect(deletions(harness, 429)).toBe(1);

    emulator.control.clearFaults();
    advance(61_000);
    const { forgotten } = await connect.sweep({ budget: 10 });
    expect(forgotten).toMatchObject([
      { identity: { id: ann.user }, deleted: 2, alreadyGone: 1, pending: [], isComplete: true },
    ]);
  });

  it("lets a sweep check other identities while Pica refuses to delete", async () => {
    const harness = createHarness({ store: await openStore() });
    const { connect, emulator, advance } = harness;
    await connectThree(harness);
    emulator.control.addFault({ kind: "status", status: 403, method: "DELETE" });
    expect(await connect.forget(identityOf(harness))).toMatchObject({ isComplete: false });
    advance(60_000);
    const swept = await connect.sweep();
    expect(swept).toMatchObject({ identities: 2, stale: 1, remaining: 0, forgotten: [] });
    expect(swept.failure).toBeUndefined();
  });

  it("is not complete until Pica's own list was read to its end", async () => {
    const harness = createHarness({ store: await openStore() });
    const { connect, emulator, advance } = harness;
    await connectThree(harness);
    const fault = emulator.control.addFault({
      kind: "status",
      status: 500,
      method: "GET",
      path: "/v1/vault/*",
    });
    expect(await connect.forget(identityOf(harness))).toMatchObject({
      deleted: 1,
      alreadyGone: 1,
      pending: [],
      isComplete: false,
    });
    emulator.control.removeFault({ id: fault.id });
    advance(61_000);
    expect((await connect.sweep()).forgotten).toMatchObject([{ deleted: 2, alreadyGone: 1 }]);
  });

  it("deletes more connections than one batch holds", async () => {
    const harness = createHarness({ store: await openStore() });
    const { connect, emulator, ann } = harness;
    for (let i = 0; i < 130; i++) {
      emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    }
    expect(await connect.forget(identityOf(harness))).toMatchObject({
      deleted: 130,
      isComplete: true,
    });
    expect(emulator.control.connections()).toEqual([]);
  });

  it.each([null, {}, { type: "user" }, { type: "user", id: "" }, { type: "nobody", id: "u_1" }])(
    "refuses %j, which is no identity",
    async (identity) => {
      const { connect } = createHarness();
      expect(() => connect.forget(identity as never)).toThrow(
        expect.objectContaining({ code: "identity_malformed" }),
      );
    },
  );
});

/** A step of the process: a database statement, or a request to Pica. */
interface Killer {
  store: ConnectStore;
  fetch: typeof fetch;
  /** Kills the process after that many steps. */
  killAfter(steps: number): void;
  /** The step at which the process was killed. */
  last(): string | null;
}

/** With `isAnswered`, the last step still takes effect and only its answer is lost. */
function createKiller(
  store: ConnectStore,
  pica: () => Harness["emulator"],
  isAnswered: boolean,
): Killer {
  let left = Number.POSITIVE_INFINITY;
  let last: string | null = null;
  const step = async <Value>(name: string, run: () => Promise<Value>): Promise<Value> => {
    if (left <= 0) throw new Error("killed");
    left--;
    if (left > 0) return run();
    last = name;
    if (isAnswered) await run();
    throw new Error("killed");
  };
  return {
    store: new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        const isStep = name !== "migrate" && name !== "createRateLimiter";
        if (typeof member !== "function" || !isStep) return member;
        return (...args: unknown[]) => step(String(name), async () => member.apply(target, args));
      },
    }),
    fetch: (input, init) => {
      const request = new Request(input, init);
      return step(request.method, () => pica().fetch(request));
    },
    killAfter: (steps) => {
      left = steps;
      last = null;
    },
    last: () => last,
  };
}

describe("connect.forget in a process that is killed", () => {
  it.each([
    ["before", false],
    ["after", true],
  ])("%s each step, is finished by the next sweep", async (_when, isAnswered) => {
    const steps: string[] = [];
    const store = await openStore();
    for (let step = 1; ; step++) {
      const disconnected: string[] = [];
      const onDisconnected = ({ platform }: { platform: string }) => {
        disconnected.push(platform);
      };
      const killer = createKiller(store, () => doomed.emulator, isAnswered);
      const doomed: Harness = createHarness({
        store: killer.store,
        fetch: killer.fetch,
        onDisconnected,
      });
      const { emulator } = doomed;
      await connectThree(doomed);
      killer.killAfter(step);
      await doomed.connect.forget(identityOf(doomed)).catch(() => null);
      const last = killer.last();
      if (last === null) break;
      steps.push(last);

      const restarted = createHarness({
        store,
        onDisconnected,
        fetch: (input, init) => emulator.fetch(new Request(input, init)),
      });
      restarted.advance(10 * 60_000);
      const { forgotten } = await restarted.connect.sweep();
      const own = emulator.control.connections().filter(({ identity, identityType }) => {
        return identity === doomed.ann.user && identityType === "user";
      });
      // The call failed before it began, and Ann's connections are untouched.
      if (step === 1 && !isAnswered) {
        expect([forgotten, own.length]).toEqual([[], 2]);
        continue;
      }
      expect(own).toEqual([]);
      const isOver = last === "removeIdentity" && isAnswered;
      if (isOver) expect(forgotten).toEqual([]);
      else {
        expect(forgotten).toMatchObject([{ pending: [], isComplete: true }]);
        const [{ deleted, alreadyGone } = { deleted: 0, alreadyGone: 0 }] = forgotten;
        expect(deleted + alreadyGone).toBe(3);
        // Pica's answer to a deletion was lost or not stored, so Pica answered the next one with
        // 404.
        const lost = last === (isAnswered ? "DELETE" : "removeConnection") ? 1 : 0;
        expect(
          Math.abs(deletions(doomed, 200) + deletions(doomed, 204) - deleted),
        ).toBeLessThanOrEqual(lost);
      }
      expect(new Set(disconnected)).toEqual(new Set(["gmail", "hubspot", "slack"]));
    }
    expect(new Set(steps)).toEqual(
      new Set([
        "beginForgetting",
        "GET",
        "upsertConnections",
        "findDeletions",
        "claimDeletion",
        "DELETE",
        "removeConnection",
        "markDeletionHookDelivered",
        "countDeletions",
        "findConnections",
        "removeIdentity",
      ]),
    );
  });
});
