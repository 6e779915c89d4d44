import { defaultBasePath, routes } from "@authkit-ui/contract";
import type { BareOptions } from "./bare.process.ts";
import { builtProcess } from "./build-process.ts";
import { type ServedChild, startChild } from "./child-process.ts";
import { connectAccounts } from "./control.ts";
import type { OursOptions } from "./ours.process.ts";
import { cookieOf } from "./viewer.ts";

/** Who asks, with five connected accounts. */
export const user = "u_bench";
const accounts = 5;

/** The servers that are asked, each in a process of its own. */
export interface Stage {
  cloud: ServedChild;
  pglite: ServedChild;
  postgres: ServedChild;
  /** A second instance on the same PostgreSQL. */
  second: ServedChild;
  barePglite: ServedChild;
  barePostgres: ServedChild;
}

/** Path of one of our routes. */
export const pathOf = (route: string) => `${defaultBasePath}${route}`;

/** Lets an instance read a person's connections from Pica for the first time. */
export async function readOnce(server: ServedChild, route: string, as = user): Promise<string> {
  const response = await fetch(`${server.origin}${pathOf(route)}`, {
    headers: { cookie: cookieOf(as) },
  });
  if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
  return response.text();
}

export async function startStage(databaseUrl: string): Promise<Stage> {
  const cloud = await startChild("./cloud.process.ts", {});
  await connectAccounts(cloud.origin, user, accounts);
  const ours: OursOptions = { picaOrigin: cloud.origin };
  const [oursProcess, bareProcess] = await Promise.all([
    builtProcess("./ours.process.ts"),
    builtProcess("./bare.process.ts"),
  ]);
  const pglite = await startChild(oursProcess, ours);
  const postgres = await startChild(oursProcess, { ...ours, databaseUrl });
  const second = await startChild(oursProcess, { ...ours, databaseUrl });
  for (const server of [pglite, postgres, second]) await readOnce(server, routes.connections);
  const catalog = await readOnce(pglite, routes.connectors);
  const bare: BareOptions = { picaOrigin: cloud.origin, catalog, user, accounts };
  const barePglite = await startChild(bareProcess, bare);
  const barePostgres = await startChild(bareProcess, { ...bare, databaseUrl });
  return { cloud, pglite, postgres, second, barePglite, barePostgres };
}

export const closeStage = async (stage: Stage): Promise<void> => {
  for (const server of Object.values<ServedChild>({ ...stage })) await server.close();
};
