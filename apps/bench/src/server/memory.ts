import type { Table } from "../harness/table.ts";
import type { Memory } from "./child-process.ts";
import type { Stage } from "./stage.ts";

const servers = {
  pglite: "ours, PGlite",
  postgres: "ours, PostgreSQL",
  barePglite: "bare Hono, PGlite",
  barePostgres: "bare Hono, PostgreSQL",
} satisfies Partial<Record<keyof Stage, string>>;
const measured = Object.keys(servers) as (keyof typeof servers)[];

export type MemoryOf = Record<keyof typeof servers, Memory>;

export async function readMemory(stage: Stage): Promise<MemoryOf> {
  const entries = measured.map(async (name) => [name, await stage[name].memory()] as const);
  return Object.fromEntries(await Promise.all(entries)) as MemoryOf;
}

const mebibytes = (bytes: number) => bytes / 2 ** 20;

export const memoryTable = (idle: MemoryOf, loaded: MemoryOf): Table => ({
  caption: "Memory of one instance after a full collection, MiB",
  columns: [
    { key: "who", title: "who" },
    { key: "idleHeap", title: "heap, idle" },
    { key: "loadedHeap", title: "heap, after the load" },
    { key: "idleRss", title: "RSS, idle" },
    { key: "loadedRss", title: "RSS, after the load" },
  ],
  rows: measured.map((name) => ({
    who: servers[name],
    idleHeap: mebibytes(idle[name].heapUsed),
    loadedHeap: mebibytes(loaded[name].heapUsed),
    idleRss: mebibytes(idle[name].rss),
    loadedRss: mebibytes(loaded[name].rss),
  })),
});
