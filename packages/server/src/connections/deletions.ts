import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { RequestMeter } from "../pica/pica-http.ts";
import type {
  ConnectStore,
  DeletionOutcome,
  StoredConnection,
  StoredDeletion,
} from "../store/connect-store.ts";

export interface Deletions {
  /**
   * Tries to complete the open deletions, everybody's or one identity's: keys that a reconnect
   * replaced, and disconnects that an earlier process began. Those that fail stay open.
   */
  processDeletions(identity?: Identity, meter?: RequestMeter): Promise<StoredDeletion[]>;
  /**
   * Completes one open deletion. Resolves with the completed deletion, or with null when there was
   * nothing left to delete. Rejects when the deletion stays open.
   */
  complete(deletion: StoredDeletion, meter?: RequestMeter): Promise<StoredDeletion | null>;
  /** Resolves with `absent` if Pica no longer has the connection. */
  deleteAtPica(
    row: Pick<StoredConnection, "picaId" | "key" | "identity">,
    meter?: RequestMeter,
  ): Promise<DeletionOutcome>;
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
  const deleteAtPica: Deletions["deleteAtPica"] = async ({ picaId, key, identity }, meter) => {
    const id = picaId ?? (await pica.connection(key, identity, meter))?.id;
    return id === undefined ? "absent" : pica.deleteConnection(id, meter);
  };

  const isLeftToRequest = ({ reason, createdAt }: StoredDeletion) =>
    reason === "disconnected" && createdAt.getTime() > now() - requestTime;

  const completeNow: Deletions["complete"] = async (deletion, meter) => {
    const { connectionId, identity, key, isHookPending, platform } = deletion;
    try {
      const claim = await store.claimDeletion(deletion, {
        claimId: crypto.randomUUID(),
        now: new Date(now()),
      });
      if (!claim) return null;
      const isDisconnect = claim.reason === "disconnected";
      const outcome = await deleteAtPica(claim, meter).catch(async (error: unknown) => {
        // Only the claim is withdrawn: the caller who began the disconnect decides on theirs.
        if (isDisconnect) await store.withdrawDeletion(claim);
        throw error;
      });
      const at = new Date(now());
      if (isDisconnect) {
        const options = { key, isHookPending, outcome, now: at };
        const removed = await store.removeConnection(connectionId, identity, options);
        if (removed) return removed;
      }
      // The connection has another key now, or has already ended: no hook has to run.
      await store.completeDeletion(claim, { outcome, now: at });
      return { ...claim, completedAt: at, isHookPending: false, outcome };
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : "internal";
      logger.warn("A connection could not be deleted at Pica yet; it is tried again.", {
        connection: connectionId,
        platform,
        code,
      });
      throw error;
    }
  };

  /** The last completion of each key, so that a start and a sweep do not delete the same key twice. */
  const running = new Map<string, Promise<unknown>>();

  const complete: Deletions["complete"] = async (deletion, meter) => {
    const { key } = deletion;
    const before = running.get(key) ?? Promise.resolve();
    const completion = before.then(() => completeNow(deletion, meter));
    const settled = completion.catch(() => {});
    running.set(key, settled);
    await settled;
    if (running.get(key) === settled) running.delete(key);
    return completion;
  };

  return {
    deleteAtPica,
    complete,
    processDeletions: async (identity, meter) => {
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
        const result = isOpen ? await complete(deletion, meter).catch(() => deletion) : deletion;
        if (result) processed.push(result);
      }
      return processed;
    },
  };
}
