import { describe, expect, it } from "vitest";
import { type Identity, identityName } from "../src/identity/identity.ts";
import type { ConnectStore, StoredAgentCall } from "../src/store/connect-store.ts";
import { at, environment, hour, someone } from "./store-fixtures.ts";

function agentCall(identity: Identity, rest: Partial<StoredAgentCall> = {}): StoredAgentCall {
  return {
    id: crypto.randomUUID(),
    key: crypto.randomUUID(),
    identity,
    person: identityName(identity),
    platform: "gmail",
    action: "sendMessage",
    digest: "digest",
    input: '{"to":"ben@example.com"}',
    connectionId: null,
    status: "waiting",
    claimedUntil: null,
    outcome: null,
    createdAt: at(0),
    expiresAt: at(24 * hour),
    ...rest,
  };
}

/** What every store must do with the calls of agents. */
export function agentCallConformance(open: () => ConnectStore) {
  const create = async (rest: Partial<StoredAgentCall> = {}, identity = someone()) =>
    open().createAgentCall(agentCall(identity, rest));
  const claim = (connectionId: string, chosen: string | null = null) =>
    ({
      status: "running",
      chosen,
      connectionId,
      claimedUntil: at(20),
      expiresAt: at(48 * hour),
    }) as const;
  const end = (from: "waiting" | "running") =>
    ({ status: "done", from, outcome: '{"status":"done"}', expiresAt: at(48 * hour) }) as const;

  describe("calls of agents", () => {
    it("are stored once for each key, also when they come at once", async () => {
      const call = agentCall(someone());
      expect(await open().createAgentCall(call)).toEqual(call);
      const others = Array.from({ length: 5 }, () =>
        open().createAgentCall({ ...call, id: crypto.randomUUID(), input: "{}" }),
      );
      expect(await Promise.all(others)).toEqual(Array(5).fill(call));
      expect(await open().findAgentCall(call.id)).toEqual(call);
      expect(await open().findAgentCall(crypto.randomUUID())).toBeNull();
    });

    it("are superseded only if they wait, are older, and have the same person, identity and digest", async () => {
      const person = someone();
      const old = agentCall(person);
      const { identity, digest } = old;
      const options = { createdBefore: at(1), expiresAt: at(48 * hour) };
      const stored = await Promise.all([
        open().createAgentCall(old),
        create({ person: old.person, digest, createdAt: at(1) }, person),
        create({ person: old.person, digest: "another" }, person),
        create({ person: "somebody else", digest }, person),
        create({ person: old.person, digest }),
        create({ person: old.person, digest, status: "declined", input: null }, person),
      ]);
      await open().supersedeAgentCalls({ person: old.person, identity, digest }, options);
      const [superseded, ...others] = await Promise.all(
        stored.map(({ id }) => open().findAgentCall(id)),
      );
      expect(superseded).toEqual({
        ...old,
        status: "unavailable",
        input: null,
        expiresAt: options.expiresAt,
      });
      expect(others).toEqual(stored.slice(1));
    });

    it("are claimed once, and lose their input then", async () => {
      const { id } = await create();
      const connectionId = crypto.randomUUID();
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => open().updateAgentCall(id, claim(connectionId), at(1))),
      );
      expect(claims.filter((claimed) => claimed !== null)).toMatchObject([
        { status: "running", connectionId, input: null, claimedUntil: at(20) },
      ]);
    });

    it("are claimed only with the account that was chosen last", async () => {
      const { id } = await create();
      const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
      await open().updateAgentCall(id, { connectionId: first }, at(1));
      await open().updateAgentCall(id, { connectionId: second }, at(1));
      expect(await open().updateAgentCall(id, claim(first), at(1))).toBeNull();
      expect(await open().updateAgentCall(id, claim(first, first), at(1))).toBeNull();
      expect(await open().updateAgentCall(id, claim(second, second), at(1))).not.toBeNull();
    });

    it("end once, and neither wait nor run after that", async () => {
      const { id } = await create();
      expect(await open().updateAgentCall(id, end("running"), at(1))).toBeNull();
      await open().updateAgentCall(id, claim(crypto.randomUUID()), at(1));
      expect(await open().updateAgentCall(id, end("waiting"), at(1))).toBeNull();
      expect(await open().updateAgentCall(id, end("running"), at(2))).toMatchObject({
        status: "done",
        outcome: '{"status":"done"}',
        claimedUntil: null,
      });
      const again = { status: "waiting", input: "{}", expiresAt: at(60) } as const;
      for (const change of [again, end("running"), end("waiting"), claim(id)]) {
        expect(await open().updateAgentCall(id, change, at(3))).toBeNull();
      }
    });

    it("wait again with their input when a running one is released", async () => {
      const { id } = await create();
      const connectionId = crypto.randomUUID();
      await open().updateAgentCall(id, claim(connectionId), at(1));
      const again = { status: "waiting", input: "{}", expiresAt: at(60) } as const;
      expect(await open().updateAgentCall(id, again, at(2))).toMatchObject({
        ...again,
        connectionId,
        claimedUntil: null,
      });
      expect(await open().updateAgentCall(id, claim(connectionId, connectionId), at(3))).toEqual(
        expect.objectContaining({ status: "running" }),
      );
    });

    it("that were declined are neither claimed nor given an account", async () => {
      const { id } = await create();
      const declined = { status: "declined", expiresAt: at(60) } as const;
      expect(await open().updateAgentCall(id, declined, at(1))).toMatchObject({
        ...declined,
        input: null,
      });
      for (const change of [declined, claim(id), { connectionId: id }, end("waiting")]) {
        expect(await open().updateAgentCall(id, change, at(2))).toBeNull();
      }
    });

    it("that nobody answered in time are not claimed, lose their input, and are removed a day later", async () => {
      const { id } = await create({ expiresAt: at(10) });
      const { id: other } = await create({ expiresAt: at(11) });
      for (const change of [claim(id), { connectionId: id }, end("waiting")]) {
        expect(await open().updateAgentCall(id, change, at(10))).toBeNull();
      }
      await open().expireAgentCalls(at(10));
      expect(await open().findAgentCall(id)).toMatchObject({ status: "unavailable", input: null });
      expect(await open().findAgentCall(other)).toMatchObject({ status: "waiting" });
      await open().expireAgentCalls(at(9 + 24 * hour));
      expect(await open().findAgentCall(id)).not.toBeNull();
      await open().expireAgentCalls(at(10 + 24 * hour));
      expect(await open().findAgentCall(id)).toBeNull();
    });

    it("that have ended are removed when they expire", async () => {
      const { id } = await create();
      await open().updateAgentCall(id, claim(crypto.randomUUID()), at(1));
      await open().updateAgentCall(id, end("running"), at(2));
      await open().expireAgentCalls(at(48 * hour - 1));
      expect(await open().findAgentCall(id)).not.toBeNull();
      await open().expireAgentCalls(at(48 * hour));
      expect(await open().findAgentCall(id)).toBeNull();
    });

    it("are removed with their identity, and with the person who made them for a group", async () => {
      const [ann, ben] = [someone(), someone()];
      const team: Identity = { type: "team", id: `t_${crypto.randomUUID()}` };
      const own = await create({}, ann);
      const forTeam = await create({ person: identityName(ann) }, team);
      const bens = await create({ person: identityName(ben) }, team);
      await open().beginForgetting(ann, { environment, isHookPending: false, now: at(1) });
      expect(await open().findAgentCall(own.id)).toBeNull();
      expect(await open().findAgentCall(forTeam.id)).toBeNull();
      expect(await open().findAgentCall(bens.id)).not.toBeNull();
      await open().beginForgetting(team, { environment, isHookPending: false, now: at(1) });
      expect(await open().findAgentCall(bens.id)).toBeNull();
    });
  });
}
