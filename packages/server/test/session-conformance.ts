import { describe, expect, it } from "vitest";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { at, session, someone } from "./store-fixtures.ts";

/** What every store must do with connect sessions. */
export function sessionConformance(open: () => ConnectStore) {
  describe("sessions", () => {
    it("gives back what was stored", async () => {
      const stored = session(someone(), { reconnectId: crypto.randomUUID() });
      await open().createSession(stored);
      expect(await open().findSession(stored.id)).toEqual(stored);
      expect(await open().findSession(crypto.randomUUID())).toBeNull();
    });

    it("counts a ticket's uses up to the limit, also when they come at once", async () => {
      const { id } = session(someone());
      await open().createSession(session(someone(), { id }));
      const use = { use: "first_page", limit: 20 } as const;
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => open().updateSession(id, use, at(1))),
      );
      expect(answers.filter((answer) => answer !== null)).toHaveLength(20);
      expect((await open().findSession(id))?.ticketUses).toBe(20);
    });

    it("allows later pages only as far as page 1 spoke of them", async () => {
      const { id } = session(someone());
      await open().createSession(session(someone(), { id }));
      const further = (page: number) =>
        open().updateSession(id, { use: "later_page", page }, at(1));
      expect(await further(2)).toBeNull();
      await open().updateSession(id, { use: "first_page", limit: 20 }, at(1));
      await open().updateSession(id, { state: "token_issued", pages: 3 }, at(1));
      expect(await further(2)).not.toBeNull();
      expect(await further(4)).toBeNull();
      expect(await further(3)).not.toBeNull();
      expect(await further(3)).toBeNull();
    });

    it("lets a refused token be followed by an issued one, and keeps the cause until then", async () => {
      const { id } = session(someone());
      await open().createSession(session(someone(), { id }));
      const refused = { state: "token_refused", code: "upstream_timeout" } as const;
      expect(await open().updateSession(id, refused, at(1))).toMatchObject(refused);
      const issued = await open().updateSession(id, { state: "token_issued", pages: 1 }, at(1));
      expect(issued).toMatchObject({ state: "token_issued", code: null });
    });

    it("stays connected whatever becomes of later tokens", async () => {
      const { id } = session(someone());
      await open().createSession(session(someone(), { id }));
      await open().updateSession(id, { state: "connected" }, at(1));
      await open().updateSession(id, { state: "token_issued", pages: 1 }, at(1));
      expect((await open().findSession(id))?.state).toBe("connected");
    });

    it("allows nothing after the end, and ends again without complaint", async () => {
      const { id } = session(someone());
      await open().createSession(session(someone(), { id }));
      expect(await open().updateSession(id, { state: "ended" }, at(1))).not.toBeNull();
      expect(await open().updateSession(id, { state: "ended" }, at(1))).not.toBeNull();
      expect(await open().updateSession(id, { state: "connected" }, at(1))).toBeNull();
      expect(await open().updateSession(id, { use: "first_page", limit: 20 }, at(1))).toBeNull();
      expect((await open().findSession(id))?.state).toBe("ended");
    });

    it("changes nothing after the session has run out, and forgets it in time", async () => {
      const old = session(someone(), { expiresAt: at(10) });
      await open().createSession(old);
      expect(await open().updateSession(old.id, { state: "connected" }, at(10))).toBeNull();
      await open().createSession(session(someone(), { createdAt: at(11) }));
      expect(await open().findSession(old.id)).toBeNull();
    });
  });
}
