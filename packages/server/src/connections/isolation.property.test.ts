import { identityTypes } from "@authkit-ui/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import { defineAction } from "../actions/action.ts";
import type { Identity, Viewer } from "../identity/identity.ts";

const store = await openTestStore();

const identity: fc.Arbitrary<Identity> = fc.record({
  type: fc.constantFrom(...identityTypes),
  // Short and alike, so that near misses are met: other case, other type, one a prefix of another.
  id: fc.oneof(
    fc.constantFrom(
      "u",
      "U",
      "u1",
      "u:1",
      "u 1",
      "true",
      "user:u",
      "u|1",
      "é",
      "é".normalize("NFD"),
    ),
    fc.string({ minLength: 1, maxLength: 40 }),
  ),
});

const operations = [
  "read",
  "rename",
  "reconnect",
  "disconnect",
  "action",
  "save",
  "use session",
] as const;

it("crosses from no identity to another, by no read, rename, reconnect, disconnect, save or action", async () => {
  const action = defineAction({
    platform: "gmail",
    method: "GET",
    path: "/users/me/profile",
    actionId: "conn_mod_def::profile",
    input: z.unknown(),
  });
  const { call, session, emulator, upstream } = createHarness({
    store,
    rateLimits: false,
    actions: { profile: action },
    // The raw id: what Pica would see is then as close as the two identities are.
    picaIdentity: ({ id }) => encodeURIComponent(id).slice(0, 120),
  });

  const property = fc.asyncProperty(
    identity,
    identity,
    fc.constantFrom(...operations),
    async (owner, stranger, operation) => {
      fc.pre(owner.type !== stranger.type || owner.id !== stranger.id);
      const viewerOf = ({ type, id }: Identity): Viewer => ({ [type]: id });
      const as = viewerOf(stranger);
      emulator.control.reset();
      const { key } = emulator.control.createConnection({
        platform: "gmail",
        identity: encodeURIComponent(owner.id).slice(0, 120),
        identityType: owner.type,
      });
      const { id: sessionId } = await session(viewerOf(owner), { identityType: owner.type });
      const body = { key, sessionId };
      const saved = await call("/connections", { method: "POST", as: viewerOf(owner), body });
      const connection = await saved.json();
      expect(saved.status).toBe(201);

      const own = `/connections/${connection.id}`;
      const list = `/connections?identityType=${stranger.type}&refresh=true`;
      const strangersSession = () => session(as, { identityType: stranger.type });
      const attempts: Record<(typeof operations)[number], () => Promise<Response>> = {
        read: () => call(list, { as }),
        rename: () => call(own, { method: "PATCH", as, body: { name: "Mine" } }),
        reconnect: () =>
          call("/sessions", { method: "POST", as, body: { reconnectId: connection.id } }),
        disconnect: () => call(own, { method: "DELETE", as }),
        action: () => call(`${own}/actions/profile`, { method: "POST", as, body: {} }),
        save: async () =>
          call("/connections", {
            method: "POST",
            as,
            body: { key, sessionId: (await strangersSession()).id },
          }),
        "use session": () => call("/connections", { method: "POST", as, body }),
      };
      const answer = await attempts[operation]();

      if (operation === "read") {
        const { connections } = await answer.json();
        expect(connections.map((one: { id: string }) => one.id)).not.toContain(connection.id);
      } else {
        expect(answer.status).toBe(404);
      }
      expect(emulator.control.connections()).toHaveLength(1);
      expect(upstream("/passthrough")).toEqual([]);
      const after = await call(`/connections?identityType=${owner.type}`, { as: viewerOf(owner) });
      const { connections } = await after.json();
      expect(connections).toContainEqual(connection);
      await call(own, { method: "DELETE", as: viewerOf(owner) });
    },
  );
  await fc.assert(property, { numRuns: 150 });
});
