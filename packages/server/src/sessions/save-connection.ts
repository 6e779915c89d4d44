import type { Connection, SaveConnectionRequest } from "@authkit-ui/contract";
import type { AccountDescriber } from "../connections/account-describer.ts";
import { toRecord } from "../connections/connection-record.ts";
import type { Connections } from "../connections/connections.ts";
import type { Deletions } from "../connections/deletions.ts";
import type { Announcer } from "../connections/hook-dispatcher.ts";
import type { Permissions } from "../connections/permissions.ts";
import type { Reconciler } from "../connections/reconciler.ts";
import { toFresh } from "../connections/sync-connections.ts";
import { notEnabled, notFound, ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { PicaConnection } from "../pica/parse-rows.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { ConnectStore, StoredConnection, StoredSession } from "../store/connect-store.ts";
import type { Sessions } from "./sessions.ts";

export interface SaveOptions<V extends Viewer> {
  store: ConnectStore;
  pica: PicaClient;
  sessions: Sessions<V>;
  connections: Connections<V>;
  reconciler: Reconciler;
  deletions: Deletions;
  permissions: Permissions<V>;
  announcer: Announcer;
  describer: AccountDescriber;
  announceConnected: boolean;
  announceReconnected: boolean;
  announceDisconnected: boolean;
  allows(platform: string): boolean;
  now(): number;
}

const conflict = (detail: string) => new ProblemError("connection_conflict", { detail });

/**
 * Stores what AuthKit says was connected, once Pica confirms it: the same identity and type, the
 * environment of the secret, the platform of the session. The browser's word is only a hint where
 * to look.
 */
export function createSave<V extends Viewer>(options: SaveOptions<V>) {
  const { store, pica, sessions, connections, permissions, announcer, describer, now } = options;

  function check(found: PicaConnection, session: StoredSession): void {
    if (found.environment !== pica.environment) {
      throw conflict("This connection belongs to another environment (test or live).");
    }
    if (!options.allows(found.platform)) throw notEnabled(found.platform);
    if (session.platform !== null && session.platform !== found.platform) {
      throw conflict("Another app was connected than the one this window was opened for.");
    }
  }

  async function insert(found: PicaConnection, { identity }: StoredSession) {
    const truth = {
      identity,
      environment: pica.environment,
      fresh: [toFresh(found)],
      gone: [],
      announce: options.announceConnected ? ("connected" as const) : null,
      now: new Date(now()),
    };
    const [row] = await store.saveConnections(truth);
    if (row) return row;
    // Somebody else's row holds the key, or the key is a dead one. Pica says that it is this
    // identity's: the other row cannot be true.
    await store.evictConnection(found.key, identity);
    const [second] = await store.saveConnections(truth);
    return second ?? null;
  }

  async function replace(found: PicaConnection, session: StoredSession) {
    const { identity, reconnects, createdAt } = session;
    if (reconnects === null) return null;
    // A key is unique: a false holder would stand in the way. See `insert`.
    await store.evictConnection(found.key, identity);
    return store.updateConnection(
      reconnects,
      identity,
      {
        replacement: toFresh(found),
        since: createdAt,
        announce: options.announceReconnected ? "reconnected" : null,
        announceMerged: options.announceDisconnected,
      },
      new Date(now()),
    );
  }

  async function keep(found: PicaConnection, session: StoredSession): Promise<StoredConnection> {
    const row = (await replace(found, session)) ?? (await insert(found, session));
    if (!row)
      throw conflict("This connection has been disconnected or replaced. Connect it again.");
    const isOther = session.reconnects !== null && row.id !== session.reconnects;
    if (isOther && row.createdAt <= session.createdAt) {
      throw conflict(
        "This account was connected already, beside the one that you reconnect. Nothing was changed; try again.",
      );
    }
    return row;
  }

  return async (viewer: V, { key, sessionId }: SaveConnectionRequest): Promise<Connection> => {
    const session = await sessions.own(viewer, sessionId);
    if (session.state === "ended") {
      throw new ProblemError("session_ended", {
        detail: "This connect session has ended. What was connected shows up in the list.",
      });
    }
    const found = await pica.connection(key, session.identity);
    if (!found) throw notFound("connection at Pica");
    check(found, session);
    const { identity, reconnects } = session;
    const rows = reconnects
      ? await store.findConnections({ identity, environment: pica.environment })
      : [];
    const replaced = rows.find(({ id }) => id === reconnects);
    const twin = rows.find((row) => row.key === key && row !== replaced);
    await permissions.demand({
      viewer,
      identityType: session.identity.type,
      action: replaced ? "reconnect" : "connect",
      platform: found.platform,
      ...(replaced && { connection: toRecord(replaced) }),
    });
    const row = await keep(found, session);
    await sessions.connected(session);
    options.reconciler.invalidate(session.identity);
    if (replaced) {
      const open = await options.deletions.settle(session.identity);
      const merged = open.find(
        ({ reason, connectionId }) => reason === "merged" && connectionId === twin?.id,
      );
      // While the product may still be hearing that it began, the end waits for a later look.
      if (merged && twin?.announce === null) await announcer.announceRemoval(merged);
    }
    const described = row.account === null || replaced ? await describer.describe(row) : row;
    await announcer.announce(described);
    return connections.present(viewer, described);
  };
}
