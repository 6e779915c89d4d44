import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { ConnectStore, StoredConnection, StoredDeletion } from "../store/connect-store.ts";

export interface Deletions {
  /**
   * Tries what is open, everybody's or one identity's: keys that a reconnect left behind, and
   * disconnects that an earlier process began. What fails stays open.
   */
  settle(identity?: Identity): Promise<StoredDeletion[]>;
  /** Resolves too when Pica has it no more. */
  deleteAtPica(row: Pick<StoredConnection, "picaId" | "key" | "identity">): Promise<void>;
}

/** Deletes at Pica what must not live on: at once, at each walk and on start. */
export function createDeletions(
  store: ConnectStore,
  pica: PicaClient,
  logger: Logger,
  now: () => number,
): Deletions {
  const deleteAtPica: Deletions["deleteAtPica"] = async ({ picaId, key, identity }) => {
    const id = picaId ?? (await pica.connection(key, identity))?.id;
    if (id !== undefined) await pica.deleteConnection(id);
  };

  /** The deletion as it is now, or null when there is none any more. */
  async function settleOne(deletion: StoredDeletion): Promise<StoredDeletion | null> {
    const { connectionId, identity, key, announce } = deletion;
    try {
      const claim = await store.claimDeletion(deletion, {
        claimId: crypto.randomUUID(),
        now: new Date(now()),
      });
      if (!claim) return null;
      const isDisconnect = claim.reason === "disconnected";
      await deleteAtPica(claim).catch(async (error: unknown) => {
        // Only what the claim added: whether the disconnect itself stays is for who began it.
        if (isDisconnect) await store.withdrawDeletion(claim);
        throw error;
      });
      const at = new Date(now());
      if (isDisconnect) {
        const options = { key, announce, now: at };
        const removed = await store.removeConnection(connectionId, identity, options);
        if (removed) return removed;
      }
      // The connection lives on with another key, or has ended by another way: its end is no news.
      await store.settleDeletion(claim, at);
      return { ...claim, settledAt: at, announce: false };
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
    settle: async (identity) => {
      const { environment } = pica;
      const open = await store.findDeletions({
        open: true,
        environment,
        ...(identity && { identity }),
      });
      const settled: StoredDeletion[] = [];
      for (const deletion of open) {
        const result = deletion.settledAt === null ? await settleOne(deletion) : deletion;
        if (result) settled.push(result);
      }
      return settled;
    },
  };
}
