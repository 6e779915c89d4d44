import { describe, expect, it } from "vitest";
import { paginateAll } from "./paginate.ts";

const pages = [["a", "b"], ["c", "d"], ["e"]];

function readAll(total: number | null) {
  return paginateAll<string>({
    concurrency: 2,
    maxPages: 10,
    maxRows: 100,
    idOf: (row) => row,
    parse: (row) => ({ row: String(row) }),
    fetchPage: async (page) => ({ rows: pages[page - 1] ?? [], pages: pages.length, total }),
  });
}

describe("a list of several pages", () => {
  it.each([
    ["with their number of rows", 5],
    ["without their number of rows", null],
  ])("is read to its last page %s", async (_, total) => {
    expect(await readAll(total)).toMatchObject({
      rows: ["a", "b", "c", "d", "e"],
      isComplete: true,
    });
  });
});
