import { storeConformance } from "../../test/store-conformance.ts";
import { createPostgresDatabase, openPostgres, postgresUrl } from "../../test/test-store.ts";
import { createPgliteStore } from "../pglite.ts";
import { createMemoryStore } from "./memory-store.ts";

storeConformance("memory", async () => ({ store: createMemoryStore(), end: async () => {} }));

storeConformance("PGlite", async () => {
  const store = createPgliteStore();
  return { store, end: store.close };
});

// Asked for by a variable, not skipped: without it this suite is not there at all.
if (postgresUrl) {
  storeConformance("PostgreSQL", async () => {
    const database = await createPostgresDatabase();
    const store = openPostgres(database.url);
    return {
      store,
      end: async () => {
        await store.close();
        await database.drop();
      },
    };
  });
}
