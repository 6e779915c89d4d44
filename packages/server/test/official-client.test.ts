import type { LoggedRequest } from "@authkit-ui/emulator";
import { serveEmulator } from "@authkit-ui/emulator/node";
import { AuthKitToken } from "@picahq/authkit-token";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHarness } from "./harness.ts";

type Pica = Awaited<ReturnType<typeof serveEmulator>>;

/** What a request says, without what is the sender's own affair (order, pacing, user agent). */
const essence = ({ method, path, query, body, headers }: LoggedRequest) =>
  JSON.stringify({
    method,
    path,
    query: Object.entries(query).sort(),
    body,
    secret: headers["x-pica-secret"],
  });

const catalogOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ platform: `p-${i}`, name: `P ${i}` }));

describe("beside the official client", () => {
  const picas = new Map<number, Pica>();
  const sizes = [0, 1, 99, 100, 101, 294];
  beforeAll(async () => {
    for (const size of sizes) picas.set(size, await serveEmulator({ catalog: catalogOf(size) }));
  });
  afterAll(async () => {
    for (const pica of picas.values()) await pica.close();
  });

  it.each(sizes)(
    "sends the same requests and returns the same body for %i connectors",
    async (size) => {
      const pica = picas.get(size);
      if (!pica) throw new Error("no emulator");
      const { control } = pica.emulator;
      const { ann, session, token } = createHarness({
        fetch: globalThis.fetch,
        pica: { baseUrl: pica.origin },
      });
      // A request id counts up with each page 1: both begin at the same one.
      const start = control.save();

      const official = await new AuthKitToken("sk_test_local", { baseUrl: pica.origin }).create({
        identity: ann.user,
        identityType: "user",
      });
      const theirs = control.requests().map(essence).sort();
      control.load(start);
      control.clearRequests();

      const { ticket } = await session(ann);
      const ours = await (await token(ticket)).json();
      expect(control.requests().map(essence).sort()).toEqual(theirs);
      // Of three pages two are asked for at once, by both, and either may be served first.
      const hidden = size > 200 ? { requestId: expect.any(Number) } : {};
      expect(ours).toEqual({ ...official, ...hidden });
      expect(ours.rows).toHaveLength(size);
    },
  );
});
