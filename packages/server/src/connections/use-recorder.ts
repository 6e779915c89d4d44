import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection } from "../store/connect-store.ts";

/** Stores when a connection was last used successfully. Never rejects. */
export type RecordUse = (row: StoredConnection) => Promise<void>;

/** A connection is written at most once in this time. */
const precisionMs = 5 * 60_000;

export function createRecordUse(store: ConnectStore, logger: Logger, now: () => number): RecordUse {
  return async (row) => {
    const usedAt = new Date(now());
    const ifLastUsedBefore = new Date(usedAt.getTime() - precisionMs);
    if (row.lastUsedAt && row.lastUsedAt >= ifLastUsedBefore) return;
    try {
      await store.updateConnection(row.id, row.identity, { ifLastUsedBefore }, usedAt);
    } catch (error) {
      logger.warn("When a connection was last used could not be stored.", {
        connection: row.id,
        ...(error instanceof ProblemError ? { code: error.code } : { error }),
      });
    }
  };
}
