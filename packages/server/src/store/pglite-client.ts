import { PGlite, types } from "@electric-sql/pglite";

const asText = (value: string) => value;

/**
 * Opens an embedded database for Drizzle, which reads times itself and says so with every query;
 * PGlite then copies its few hundred parsers to put Drizzle's few in their place, which takes as
 * long as a small query. Told once, it copies nothing.
 */
export async function openPglite(folder: string | undefined): Promise<PGlite> {
  const client = await PGlite.create({
    ...(folder !== undefined && { dataDir: folder }),
    parsers: { [types.TIMESTAMPTZ]: asText },
  });
  const query = client.query.bind(client);
  client.query = (text, params, { parsers: _, ...options } = {}) => query(text, params, options);
  return client;
}
