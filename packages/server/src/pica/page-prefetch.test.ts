import { beforeEach, describe, expect, it } from "vitest";
import { createPagePrefetch } from "./page-prefetch.ts";
import type { TokenPage } from "./parse-rows.ts";

let time: number;
let read: ReturnType<typeof createPagePrefetch>;
let fetched: string[];
let failing: number | null;

beforeEach(() => {
  time = 0;
  read = createPagePrefetch(() => time);
  fetched = [];
  failing = null;
});

/** Reads a page of a token that has `pages` pages. Resolves to what was fetched for it. */
async function readPage(owner: string, page: number, pages = 3): Promise<string[]> {
  fetched = [];
  const body = await read(owner, page, async (number): Promise<TokenPage> => {
    fetched.push(`${owner} ${number}`);
    if (number === failing) throw new Error("Pica failed.");
    return { rows: [owner], requestId: 1, total: 1, page: number, pages };
  });
  expect(body).toMatchObject({ rows: [owner], page });
  return fetched;
}

it("fetches one page for each request until it is known how many there are", async () => {
  expect(await readPage("ann", 1)).toEqual(["ann 1"]);
  expect(await readPage("ann", 2)).toEqual(["ann 2"]);
  expect(await readPage("ann", 3)).toEqual(["ann 3"]);
});

describe("once it is known how many pages there are", () => {
  beforeEach(() => readPage("ben", 1));

  it("fetches all with the first one, for anybody", async () => {
    expect(await readPage("ann", 1)).toEqual(["ann 1", "ann 2", "ann 3"]);
    expect(await readPage("ann", 2)).toEqual([]);
    expect(await readPage("ann", 3)).toEqual([]);
  });

  it("fetches them at the same time", async () => {
    const started: number[] = [];
    void read("ann", 1, (page) => {
      started.push(page);
      return new Promise(() => {});
    });
    expect(started).toEqual([1, 2, 3]);
  });

  it("gives nobody the page of another", async () => {
    await readPage("ann", 1);
    expect(await readPage("ben", 2)).toEqual(["ben 2"]);
  });

  it("fetches a page again that was used", async () => {
    await readPage("ann", 1);
    await readPage("ann", 2);
    expect(await readPage("ann", 2)).toEqual(["ann 2"]);
  });

  it("fetches a page again that failed, and gives the first one", async () => {
    failing = 2;
    await readPage("ann", 1);
    failing = null;
    expect(await readPage("ann", 2)).toEqual(["ann 2"]);
    expect(await readPage("ann", 3)).toEqual([]);
  });

  it("fetches a page again after ten seconds", async () => {
    await readPage("ann", 1);
    time += 10_000;
    expect(await readPage("ann", 2)).toEqual(["ann 2"]);
  });

  it("fails when the first page does, and gives no page of that token", async () => {
    failing = 1;
    await expect(readPage("ann", 1)).rejects.toThrow("Pica failed.");
    failing = null;
    expect(await readPage("ann", 2)).toEqual(["ann 2"]);
  });
});

it("fetches ten pages at most with the first one, whatever Pica says", async () => {
  await readPage("ann", 1, 1_000);
  expect(await readPage("ann", 1, 1_000)).toHaveLength(10);
});

it("keeps the pages of a hundred tokens", async () => {
  await readPage("ann", 1);
  for (let index = 0; index < 101; index++) await readPage(`u_${index}`, 1);
  expect(await readPage("u_0", 2)).toEqual(["u_0 2"]);
  expect(await readPage("u_1", 2)).toEqual([]);
});
