import { describe, expect, it } from "vitest";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

/** An answer that comes in pieces, as over a network, and how much of it was taken. */
function inPieces(body: object, sent: { bytes: number }): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  let offset = 0;
  return new Response(
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = bytes.subarray(offset, offset + 65_536);
        offset += piece.byteLength;
        sent.bytes += piece.byteLength;
        if (piece.byteLength > 0) controller.enqueue(piece);
        else controller.close();
      },
    }),
    { headers: { "content-type": "application/json" } },
  );
}

/** A server whose Pica answers every request with one of these pages. */
function createHarnessWith(page: (number: number) => object) {
  const sent = { bytes: 0 };
  const harness = createHarness({
    store,
    fetch: async (input) => {
      const number = Number(new URL(String(input)).searchParams.get("page") ?? 1);
      return inPieces(page(number), sent);
    },
  });
  return { ...harness, sent };
}

const envelope = (rows: readonly object[], page: number) => ({
  rows,
  page,
  pages: 1_000_000,
  total: 100_000_000,
  requestId: 1,
});

const asks: [string, (harness: Harness) => Promise<unknown>, unknown][] = [
  ["the catalog", ({ problem, ann }) => problem("/connectors", { as: ann }), "upstream_invalid"],
  [
    "a token",
    async ({ token, session, ann }) => (await token((await session(ann)).ticket)).json(),
    "upstream_invalid",
  ],
];

describe("a list from Pica", () => {
  it.each(asks)(
    "is refused as %s when all of it is more than memory is for",
    async (_, ask, code) => {
      const filler = "x".repeat(4_000);
      const harness = createHarnessWith((number) =>
        envelope(
          Array.from({ length: 100 }, (_row, index) => ({
            id: number * 100 + index,
            platform: `p-${number}-${index}`,
            name: filler.slice(0, 100),
            description: filler,
          })),
          number,
        ),
      );
      expect(await ask(harness)).toMatchObject({ code, status: 502 });
      // Whatever the pages at work had together, and no further page.
      expect(harness.sent.bytes).toBeLessThan(25_000_000);
    },
  );

  it.each(asks)("is refused as %s when it has more rows than it can have", async (_, ask, code) => {
    const harness = createHarnessWith((number) =>
      envelope(Array(number === 1 ? 60_000 : 0).fill({}), number),
    );
    expect(await ask(harness)).toMatchObject({ code, status: 502 });
  });

  it("leaves the table to answer when it is an endless list of connections", async () => {
    const harness: Harness & { sent: { bytes: number } } = createHarnessWith((number) =>
      envelope(
        Array.from({ length: 100 }, (_row, index) => ({
          _id: `${number}-${index}`,
          key: `test::gmail::default::${number}-${index}`,
          platform: "gmail",
          environment: "test",
          identity: "somebody else",
          filler: "x".repeat(10_000),
        })),
        number,
      ),
    );
    expect(await harness.list(harness.ann)).toMatchObject({ connections: [], stale: true });
    expect(harness.sent.bytes).toBeLessThan(25_000_000);
    expect(harness.log.join()).toContain("upstream_invalid");
  });

  it.each([2 ** 31, 2 ** 53 - 1])("may claim %d pages of tokens", async (pages) => {
    const { session, token, ann } = createHarnessWith((page) => ({
      ...envelope([{}], page),
      pages,
    }));
    const { ticket } = await session(ann);
    expect((await token(ticket, "?page=1&limit=50")).status).toBe(200);
    expect((await token(ticket, "?page=100000&limit=50")).status).toBe(200);
  });
});

describe("a connection that cannot be stored", () => {
  it.each([
    ["key", { key: `test::gmail::default::${"k".repeat(6_000)}` }],
    ["platform", { platform: "p".repeat(6_000) }],
    ["_id", { _id: "i".repeat(6_000) }],
  ])("hides none of the others: its %s is too long", async (field, fault) => {
    const rows = (identity: string) =>
      ["a", "b", "c"].map((name) => ({
        _id: `${identity}-${name}`,
        key: `test::gmail::default::${identity}-${name}`,
        platform: "gmail",
        environment: "test",
        identity,
        identityType: "user",
        ...(name === "b" && fault),
      }));
    const harness = createHarnessWith(() => {
      const list = rows(harness.ann.user);
      return { rows: list, page: 1, pages: 1, total: list.length };
    });
    const { list, ann, log } = harness;
    const { connections, stale } = await list(ann);
    expect(connections.map(({ key }) => key).sort()).toEqual(
      ["a", "c"].map((name) => `test::gmail::default::${ann.user}-${name}`),
    );
    expect(stale).toBe(true);
    expect(log.join("\n")).toContain(`${field}: too_big`);
    expect(log.join("\n")).not.toMatch(/database_unavailable|kkkk|pppp|iiii/);
  });
});
