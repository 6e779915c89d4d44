import type { Connection, SaveConnectionRequest } from "@authkit-ui/contract";
import type { AccountDescriber } from "../connections/account-describer.ts";
import { toRecord } from "../connections/connection-record.ts";
import type { Connections } from "../connections/connections.ts";
import type { Deletions } from "../connections/deletions.ts";
import type { HookDispatcher } from "../connections/hook-dispatcher.ts";
import type { Permissions } from "../connections/permissions.ts";
import type { Reconciler } from "../connections/reconciler.ts";
import { toFoundConnection } from "../connections/sync-connections.ts";
import type { ViewerDescriber } from "../connections/viewer-describer.ts";
import { notEnabled, notFound, ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { PicaConnection } from "../pica/parse-rows.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type {
  ConnectStore,
  FoundConnection,
  StoredConnection,
  StoredSession,
} from "../store/connect-store.ts";
import type { Sessions } from "./sessions.ts";

export interface SaveConnectionOptions<V extends Viewer> {
  store: ConnectStore;
  pica: PicaClient;
  sessions: Sessions<V>;
  connections: Connections<V>;
  reconciler: Reconciler;
  deletions: Deletions;
  permissions: Permissions<V>;
  hookDispatcher: HookDispatcher;
  describer: AccountDescriber;
  viewerDescriber: ViewerDescriber<V>;
  offersPlatform(platform: string): boolean;
  now(): number;
}

const conflict = (detail: string) => new ProblemError("connection_conflict", { detail });

/**
 * Stores what AuthKit says was connected, once Pica confirms it: the same identity and type, the
 * environment of the secret, the platform of the session. What the browser says only tells where to
 * look.
 */
export function createSaveConnection<V extends Viewer>(options: SaveConnectionOptions<V>) {
  const {
    store,
    pica,
    sessions,
    connections,
    permissions,
    hookDispatcher,
    describer,
    viewerDescriber,
    now,
  } = options;

  function checkFits(found: PicaConnection, session: StoredSession): void {
    if (found.environment !== pica.environment) {
      throw conflict("This connection belongs to another environment (test or live).");
    }
    if (!options.offersPlatform(found.platform)) throw notEnabled(found.platform);
    if (session.platform !== null && session.platform !== found.platform) {
      throw conflict("Another app was connected than the one this window was opened for.");
    }
  }

  async function insert(found: FoundConnection, { identity }: StoredSession) {
    const input = {
      identity,
      environment: pica.environment,
      found: [found],
      missing: [],
      pendingHook: hookDispatcher.afterConnect,
      attentionHooks: hookDispatcher.attention,
      now: new Date(now()),
    };
    const [row] = await store.upsertConnections(input);
    if (row) return row;
    // Another identity's row has the key, or the key has been deleted. Pica says that the key is
    // this identity's, so the other row is wrong.
    await store.deleteMisownedConnection(found.key, identity);
    const [second] = await store.upsertConnections(input);
    return second ?? null;
  }

  async function replaceKey(found: FoundConnection, session: StoredSession) {
    const { identity, reconnectId, createdAt } = session;
    if (reconnectId === null) return null;
    // Keys are unique, so another identity's row would be in the way. See `insert`.
    await store.deleteMisownedConnection(found.key, identity);
    return store.updateConnection(
      reconnectId,
      identity,
      {
        replacement: found,
        since: createdAt,
        pendingHook: hookDispatcher.afterReconnect,
        attentionHooks: hookDispatcher.attention,
        pendingHookOfMerged: hookDispatcher.afterDisconnect,
      },
      new Date(now()),
    );
  }

  async function write(found: FoundConnection, session: StoredSession): Promise<StoredConnection> {
    const row = (await replaceKey(found, session)) ?? (await insert(found, session));
    if (!row)
      throw conflict("This connection has been disconnected or replaced. Connect it again.");
    const isOther = session.reconnectId !== null && row.id !== session.reconnectId;
    if (isOther && row.createdAt <= session.createdAt) {
      throw conflict(
        "This account was connected already, beside the one that you reconnect. Nothing was changed; try again.",
      );
    }
    return row;
  }

  return async (viewer: V, { key, sessionId }: SaveConnectionRequest): Promise<Connection> => {
    const session = await sessions.findOwned(viewer, sessionId);
    if (session.state === "ended") {
      throw new ProblemError("session_ended", {
        detail: "This connect session has ended. What was connected shows up in the list.",
      });
    }
    const found = await pica.connection(key, session.identity);
    if (!found) throw notFound("connection at Pica");
    checkFits(found, session);
    const { identity, reconnectId } = session;
    const rows = reconnectId
      ? await store.findConnections({ identity, environment: pica.environment })
      : [];
    const replaced = rows.find(({ id }) => id === reconnectId);
    const duplicate = rows.find((row) => row.key === key && row !== replaced);
    await permissions.assert({
      viewer,
      identityType: session.identity.type,
      action: replaced ? "reconnect" : "connect",
      platform: found.platform,
      ...(replaced && { connection: toRecord(replaced) }),
    });
    const toStore = toFoundConnection(found);
    const row = await write(toStore, session);
    await sessions.markConnected(session);
    options.reconciler.invalidate(session.identity);
    if (replaced) {
      const open = await options.deletions.processDeletions(session.identity);
      const merged = open.find(
        ({ reason, connectionId }) => reason === "merged" && connectionId === duplicate?.id,
      );
      // While `onConnected` may still be running for it, `onDisconnected` is left to a later sync.
      if (merged && duplicate?.pendingHook === null) {
        await hookDispatcher.deliverDisconnected(merged);
      }
    }
    const [withAccount, withViewer] = await Promise.all([
      row.account === null || replaced ? describer.describe(row) : row,
      row.connectedBy === null || replaced ? viewerDescriber.describe(viewer, row) : row,
    ]);
    const described = { ...withAccount, connectedBy: withViewer.connectedBy };
    await hookDispatcher.deliver(described);
    await hookDispatcher.deliverAttention([described], new Set([toStore.newRowId]));
    return connections.present(viewer, described);
  };
}
