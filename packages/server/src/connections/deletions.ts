import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { ConnectStore, StoredConnection, StoredDeletion } from "../store/connect-store.ts";

export interface Deletions {
  /**
   * Tries to complete the open deletions, everybody's or one identity's: keys that a reconnect
   * replaced, and disconnects that an earlier process began. Those that fail stay open.
   */
  processDeletions(identity?: Identity): Promise<StoredDeletion[]>;
  /** Also resolves when Pica no longer has the connection. */
  deleteAtPica(row: Pick<StoredConnection, "picaId" | "key" | "identity">): Promise<void>;
}

/**
 * Deletes replaced and disconnected keys at Pica: at once, at each synchronization and on start.
 *
 * @param requestTime Milliseconds for which a synchronization leaves a disconnect to the request that
 * began it. That request may still be told of a refusal, and then says that the account is still
 * connected: nobody else may disconnect it meanwhile.
 */
export function createDeletions(
  store: ConnectStore,
  pica: PicaClient,
  logger: Logger,
  now: () => number,
  requestTime: number,
): Deletions {
  const deleteAtPica: Deletions["deleteAtPica"] = async ({ picaId, key, identity }) => {
    const id = picaId ?? (await pica.connection(key, identity))?.id;
    if (id !== undefined) await pica.deleteConnection(id);
  };

  const isLeftToRequest = ({ reason, createdAt }: StoredDeletion) =>
    reason === "disconnected" && createdAt.getTime() > now() - requestTime;

  /** The deletion as it is now, or null when there is nothing left to delete. */
  async function processDeletion(deletion: StoredDeletion): Promise<StoredDeletion | null> {
    const { connectionId, identity, key, pendingHook } = deletion;
    try {
      const claim = await store.claimDeletion(deletion, {
        claimId: crypto.randomUUID(),
        now: new Date(now()),
      });
      if (!claim) return null;
      const isDisconnect = claim.reason === "disconnected";
      await deleteAtPica(claim).catch(async (error: unknown) => {
        // Only the claim is withdrawn: the caller who began the disconnect decides on theirs.
        if (isDisconnect) await store.withdrawDeletion(claim);
        throw error;
      });
      const at = new Date(now());
      if (isDisconnect) {
        const options = { key, pendingHook, now: at };
        const removed = await store.removeConnection(connectionId, identity, options);
        if (removed) return removed;
      }
      // The connection has another key now, or has already ended: no hook has to run.
      await store.completeDeletion(claim, at);
      return { ...claim, completedAt: at, pendingHook: false };
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : "internal";
      logger.warn("A connection could not be deleted at Pica yet; it is tried again.", {
        connection: connectionId,
        platform: deletion.platform,
        code,
      });
      return deletion;
    }
  }

  return {
    deleteAtPica,
    processDeletions: async (identity) => {
      const { environment } = pica;
      const open = await store.findDeletions({
        open: true,
        environment,
        ...(identity && { identity }),
      });
      const processed: StoredDeletion[] = [];
      for (const deletion of open) {
        const isOpen = deletion.completedAt === null;
        if (isOpen && identity && isLeftToRequest(deletion)) continue;
        const result = isOpen ? await processDeletion(deletion) : deletion;
        if (result) processed.push(result);
      }
      return processed;
    },
  };
}
