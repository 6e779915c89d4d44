import type { Identity } from "../identity.ts";
import type { Logger } from "../log/logger.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import { ProblemError } from "../problem-error.ts";
import type { ConnectStore, StoredDeletion } from "../store/connect-store.ts";

export interface Deletions {
  /** Tries what is open, everybody's or one identity's; what fails stays open. */
  settle(identity?: Identity): Promise<StoredDeletion[]>;
}

/** Deletes at Pica what a reconnect left behind: at once, at each walk and on start. */
export function createDeletions(
  store: ConnectStore,
  pica: PicaClient,
  logger: Logger,
  now: () => number,
): Deletions {
  async function settleOne(deletion: StoredDeletion): Promise<void> {
    try {
      const { picaId, key, identity } = deletion;
      const id = picaId ?? (await pica.connection(key, identity))?.id;
      if (id !== undefined) await pica.deleteConnection(id);
      await store.updateDeletion(deletion.id, { settledAt: new Date(now()) });
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : "internal";
      logger.warn("A replaced connection could not be deleted at Pica yet; it is tried again.", {
        connection: deletion.connectionId,
        platform: deletion.platform,
        code,
      });
    }
  }

  return {
    settle: async (identity) => {
      const { environment } = pica;
      const open = await store.findDeletions({
        open: true,
        environment,
        ...(identity && { identity }),
      });
      for (const deletion of open) if (deletion.settledAt === null) await settleOne(deletion);
      return open;
    },
  };
}
