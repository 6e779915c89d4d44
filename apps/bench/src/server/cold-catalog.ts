import { routes } from "@authkit-ui/contract";
import type { Table } from "../harness/table.ts";
import { builtProcess } from "./build-process.ts";
import { startChild } from "./child-process.ts";
import { control } from "./control.ts";
import type { OursOptions } from "./ours.process.ts";
import { readOnce, type Stage } from "./stage.ts";

const readers = 1000;

async function catalogRequests(cloud: string): Promise<number> {
  const requests = (await control(cloud, "requests")) as { path: string }[];
  return requests.filter(({ path }) => path === "/v1/available-connectors").length;
}

/** What Pica sees when a new instance is asked for the catalog by a thousand at once. */
export async function measureColdCatalog({ cloud }: Stage): Promise<Table> {
  const options: OursOptions = { picaOrigin: cloud.origin };
  const rows = [];
  for (const count of [1, readers]) {
    const server = await startChild(await builtProcess("./ours.process.ts"), options);
    try {
      await control(cloud.origin, "clearRequests");
      const start = performance.now();
      await Promise.all(Array.from({ length: count }, () => readOnce(server, routes.connectors)));
      const milliseconds = performance.now() - start;
      rows.push({ count, requests: await catalogRequests(cloud.origin), milliseconds });
    } finally {
      await server.close();
    }
  }
  return {
    caption: "Cold catalog: requests that reach Pica (294 connectors are three pages)",
    columns: [
      { key: "count", title: "readers at once" },
      { key: "requests", title: "requests at Pica" },
      { key: "milliseconds", title: "ms until all have it" },
    ],
    rows,
  };
}
