import { describe, expect, it } from "vitest";
import type { Identity } from "../src/identity/identity.ts";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { at, createSteps, fresh, session, someone } from "./store-fixtures.ts";

/** A separate environment, because other tests leave identities in "test" behind. */
const environment = "live";

/** What every store must do with the identities that sweeps check. */
export function identityConformance(open: () => ConnectStore) {
  const { save } = createSteps(open);
  const connect = (identity: Identity, row = fresh()) => save(identity, row, { environment });
  const claim = ({ before = at(100), now = at(100), limit = 100 } = {}) =>
    open().claimIdentities({
      environment,
      before,
      now,
      until: new Date(now.getTime() + 10_000),
      limit,
    });
  const idsOf = (claimed: readonly { identity: Identity }[]) =>
    claimed.map(({ identity }) => identity.id);
  const release = (identities: readonly Identity[], checkedAt: Date | null) =>
    open().releaseIdentities(identities, { environment, checkedAt });
  const begin = (identity: Identity, now = at(50)) =>
    open().beginForgetting(identity, { environment, isHookPending: true, now });
  const openOf = (identity: Identity) =>
    open().findDeletions({ open: true, identity, environment });

  describe("identities", () => {
    it("are known once they have a connection, and claimed the longest unchecked first", async () => {
      const [a, b, c] = [someone(), someone(), someone()];
      for (const identity of [a, b, c]) await connect(identity);
      await release([b], at(3));
      await release([a], at(4));
      expect(idsOf(await claim({ limit: 2 }))).toEqual([c.id, b.id]);
      await release([a, b, c], at(200));
    });

    it("are skipped while their last check is recent", async () => {
      const identity = someone();
      await connect(identity);
      await release([identity], at(210));
      const count = (before: Date) => open().countIdentities({ environment, before });
      expect(idsOf(await claim({ before: at(210) }))).not.toContain(identity.id);
      const older = await count(at(210));
      expect(await count(at(211))).toBe(older + 1);
      expect(idsOf(await claim({ before: at(211) }))).toContain(identity.id);
      await release([identity], at(220));
    });

    it("are claimed by one process at a time, until the claim is released or expires", async () => {
      const identities = Array.from({ length: 12 }, someone);
      for (const identity of identities) await connect(identity);
      const claims = await Promise.all(Array.from({ length: 4 }, () => claim({ limit: 5 })));
      const claimed = claims.flatMap(idsOf).sort();
      expect(claimed).toEqual(identities.map(({ id }) => id).sort());
      expect(await claim()).toEqual([]);
      const [first, second, ...rest] = identities;
      if (!first || !second) throw new Error("There are none.");
      await release([first], null);
      expect(idsOf(await claim())).toEqual([first.id]);
      await release([first, ...rest], at(230));
      expect(idsOf(await claim({ now: at(109) }))).toEqual([]);
      expect(idsOf(await claim({ now: at(110) }))).toEqual([second.id]);
      await release([second], at(230));
    });

    it("become known by a list, and are removed only without a connection", async () => {
      const [owner, nobody] = [someone(), someone()];
      const row = fresh();
      await connect(owner, row);
      await release([owner, nobody], at(220));
      const list = (identity: Identity, checkedAt: Date) =>
        open().recordCheck(identity, { environment, checkedAt });
      await list(owner, at(230));
      expect(idsOf(await claim({ before: at(230) }))).not.toContain(owner.id);
      await open().removeIdentity(owner, { environment });
      expect(idsOf(await claim({ before: at(231) }))).toContain(owner.id);
      await open().removeConnection(row.newRowId, owner, {
        key: row.key,
        isHookPending: true,
        outcome: "deleted",
        now: at(231),
      });
      await open().removeIdentity(owner, { environment });
      expect(await open().countIdentities({ environment, before: at(999) })).toBeGreaterThan(0);
      await list(owner, at(232));
      const all = () => claim({ before: at(999), now: at(999), limit: 1_000 });
      expect(idsOf(await all())).toContain(owner.id);
      const [deletion] = await openOf(owner);
      await open().markDeletionHookDelivered(deletion?.id ?? "");
      await open().removeIdentity(owner, { environment });
      await release([owner], at(233));
      const later = someone();
      await list(later, at(234));
      const known = await claim({ before: at(999), now: at(1_100), limit: 1_000 });
      expect(idsOf(known)).not.toContain(owner.id);
      expect(idsOf(known)).not.toContain(nobody.id);
      expect(idsOf(known)).toContain(later.id);
      await release(
        known.map(({ identity }) => identity),
        at(1_200),
      );
    });
  });

  describe("forgetting", () => {
    it("opens one deletion for each connection, ends the sessions, and is claimed first", async () => {
      const identity = someone();
      const [row, later] = [fresh(), fresh()];
      await connect(identity, row);
      await release([identity], at(1_300));
      const running = session(identity);
      const other = session(someone());
      await open().createSession(running);
      await open().createSession(other);
      expect(await begin(identity, at(50))).toEqual(at(50));
      await connect(identity, later);
      expect(await begin(identity, at(60))).toEqual(at(50));
      const keys = (await openOf(identity)).map(({ key, reason, isHookPending }) => ({
        key,
        reason,
        isHookPending,
      }));
      const expected = [row, later].map(({ key }) => {
        return { key, reason: "disconnected", isHookPending: true };
      });
      expect(keys.sort((a, b) => a.key.localeCompare(b.key))).toEqual(
        expected.sort((a, b) => a.key.localeCompare(b.key)),
      );
      expect(await open().findSession(running.id)).toBeNull();
      expect(await open().findSession(other.id)).not.toBeNull();
      expect(await claim({ limit: 1 })).toEqual([{ identity, forgettingSince: at(50) }]);
      await release([identity], at(1_300));
    });

    it("counts each deleted key once", async () => {
      const identity = someone();
      const rows = [fresh(), fresh(), fresh()];
      for (const row of rows) await connect(identity, row);
      await begin(identity, at(50));
      const [first, second, third] = rows;
      if (!first || !second || !third) throw new Error("There are none.");
      const remove = (row: typeof first, outcome: "deleted" | "absent", now: Date) =>
        open().removeConnection(row.newRowId, identity, {
          key: row.key,
          isHookPending: false,
          outcome,
          now,
        });
      await remove(first, "deleted", at(40));
      await remove(second, "deleted", at(51));
      await remove(third, "absent", at(52));
      const count = (since: Date) => open().countDeletions(identity, { environment, since });
      expect(await count(at(50))).toEqual({ deleted: 1, absent: 1 });
      expect(await count(at(0))).toEqual({ deleted: 2, absent: 1 });
      expect(await open().countDeletions(someone(), { environment, since: at(0) })).toEqual({
        deleted: 0,
        absent: 0,
      });
      await release([identity], at(1_300));
    });

    it("keeps no name and no account once the identity is removed", async () => {
      const identity = someone();
      const row = fresh({ name: "Work" });
      await connect(identity, row);
      await begin(identity);
      const options = { key: row.key, isHookPending: false, outcome: "deleted" } as const;
      await open().removeConnection(row.newRowId, identity, { ...options, now: at(51) });
      const past = () => open().findDeletions({ connectionId: row.newRowId, identity });
      expect(await past()).toMatchObject([{ name: "Work" }]);
      await open().removeIdentity(identity, { environment });
      expect(await past()).toMatchObject([{ key: row.key, name: null, account: null }]);
    });
  });
}
