import type {
  Connection,
  ConnectionAccess,
  ConnectionEnvironment,
  ConnectionsResponse,
  IdentityType,
} from "@authkit-ui/contract";
import { withTimeout } from "../async/with-timeout.ts";
import { notFound, ProblemError } from "../errors/problem-error.ts";
import { type Identity, identitiesOf, identityOf, type Viewer } from "../identity/identity.ts";
import type { SigningKeys } from "../identity/signing-keys.ts";
import type { ConnectStore, DeletionOutcome, StoredConnection } from "../store/connect-store.ts";
import { toConnection, toRecord } from "./connection-record.ts";
import type { Deletions } from "./deletions.ts";
import type { HookDispatcher } from "./hook-dispatcher.ts";
import type { AuthorizeAction, Permissions } from "./permissions.ts";
import type { Reconciler } from "./reconciler.ts";

/** After this time a list answers from the table alone. */
const listTimeoutMs = 5_000;

interface ListOptions {
  identityType?: IdentityType | undefined;
  refresh?: boolean | undefined;
}

export interface Connections<V extends Viewer> {
  list(viewer: V, options?: ListOptions): Promise<ConnectionsResponse>;
  /** The rows of a list. */
  find(viewer: V, options?: ListOptions): Promise<StoredConnection[]>;
  /**
   * The viewer's own connection, for an action on it. Throws `not_found` for somebody else's, and
   * `forbidden` if `authorize` refuses the action.
   */
  findOwned(viewer: V, id: string, action: AuthorizeAction): Promise<StoredConnection>;
  rename(viewer: V, id: string, name: string): Promise<Connection>;
  /** Throws `invalid_request` where the product has no levels of access. */
  setAccess(viewer: V, id: string, access: ConnectionAccess): Promise<Connection>;
  /** Also resolves for a connection that the viewer disconnected earlier. */
  disconnect(viewer: V, id: string): Promise<void>;
  /** The connection for the response, with what the viewer may do. */
  present(viewer: V, row: StoredConnection): Promise<Connection>;
}

export interface ConnectionsOptions<V extends Viewer> {
  store: ConnectStore;
  environment: ConnectionEnvironment;
  /** Whether connections have levels of access. */
  hasAccessLevels: boolean;
  reconciler: Reconciler;
  deletions: Deletions;
  permissions: Permissions<V>;
  hookDispatcher: HookDispatcher;
  keys(): Promise<SigningKeys>;
  now(): number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Databases refuse to compare a UUID with anything else. */
export const isUuid = (id: string) => uuid.test(id);

const isOwn = (viewer: Viewer, identity: Identity) => viewer[identity.type] === identity.id;

export function createConnections<V extends Viewer>(
  options: ConnectionsOptions<V>,
): Connections<V> {
  const { store, environment, reconciler, deletions, permissions, hookDispatcher, keys, now } =
    options;

  async function present(viewer: V, row: StoredConnection): Promise<Connection> {
    const connection = toConnection(row);
    const can = await permissions.forConnection(viewer, { ...connection, identity: row.identity });
    return { ...connection, can };
  }

  async function findOwned(
    viewer: V,
    id: string,
    action: AuthorizeAction,
  ): Promise<StoredConnection> {
    const [row] = isUuid(id) ? await store.findConnections({ id, environment }) : [];
    if (!row || !isOwn(viewer, row.identity)) throw notFound("connection");
    await permissions.assert({
      viewer,
      identityType: row.identity.type,
      action,
      platform: row.platform,
      connection: toRecord(row),
    });
    return row;
  }

  async function synchronize(
    viewer: V,
    { identityType = "user", refresh = false }: ListOptions = {},
  ) {
    const identity = identityOf(viewer, identityType);
    const mayConnect = async (platform: string) =>
      (await permissions.check({ viewer, identityType, action: "connect", platform })) === true;
    const { stale } = await withTimeout(
      listTimeoutMs,
      () => reconciler.reconcile(identity, { mayConnect, refresh }),
      () => ({ stale: true }),
    );
    return { identity, stale, rows: await store.findConnections({ identity, environment }) };
  }

  async function update(
    viewer: V,
    id: string,
    action: AuthorizeAction,
    change: { name: string } | { access: ConnectionAccess },
  ): Promise<Connection> {
    const { identity } = await findOwned(viewer, id, action);
    const row = await store.updateConnection(id, identity, change, new Date(now()));
    if (!row) throw notFound("connection");
    return present(viewer, row);
  }

  async function wasDisconnected(viewer: V, id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    for (const identity of identitiesOf(viewer)) {
      const past = await store.findDeletions({ connectionId: id, identity });
      if (past.some(({ reason }) => reason === "disconnected")) return true;
    }
    return false;
  }

  return {
    present,
    findOwned,

    find: async (viewer, listOptions) => (await synchronize(viewer, listOptions)).rows,

    list: async (viewer, listOptions) => {
      const { identity, stale, rows } = await synchronize(viewer, listOptions);
      const connections = await Promise.all(rows.map((row) => present(viewer, row)));
      return { connections, stale, viewer: await (await keys()).viewerId(identity) };
    },

    rename: (viewer, id, name) => update(viewer, id, "rename", { name: name.trim() }),

    setAccess: async (viewer, id, access) => {
      if (!options.hasAccessLevels) {
        throw new ProblemError("invalid_request", {
          detail:
            "What an account may be used for cannot be changed here: the server was started without " +
            "the option `access`.",
        });
      }
      return update(viewer, id, "set-access", { access });
    },

    disconnect: async (viewer, id) => {
      let identity: Identity;
      try {
        ({ identity } = await findOwned(viewer, id, "disconnect"));
      } catch (error) {
        const isGone = error instanceof ProblemError && error.code === "not_found";
        if (isGone && (await wasDisconnected(viewer, id))) return;
        throw error;
      }
      const isHookPending = hookDispatcher.afterDisconnect;
      const deletionId = crypto.randomUUID();
      const begin = { disconnecting: true, deletionId, isHookPending } as const;
      // Stored before Pica is asked, so that another process can finish it after a crash.
      const row = await store.updateConnection(id, identity, begin, new Date(now()));
      // Another request has just disconnected it.
      if (!row) return;
      let outcome: DeletionOutcome;
      try {
        // At Pica first: otherwise a failure there would leave an active grant that nobody sees.
        outcome = await deletions.deleteAtPica(row);
      } catch (error) {
        await store.withdrawDeletion({ id: deletionId, identity });
        throw error;
      }
      const removed = await store.removeConnection(id, identity, {
        key: row.key,
        isHookPending,
        outcome,
        now: new Date(now()),
      });
      reconciler.invalidate(identity);
      if (removed) return hookDispatcher.deliverDisconnected(removed);
      // The connection was reconnected meanwhile, and the stored deletion is for its old key.
      await deletions.processDeletions(identity);
      const [kept] = await store.findConnections({ id, environment });
      if (!kept) return;
      throw new ProblemError("connection_conflict", {
        detail:
          "This connection was reconnected at the same moment, so it was kept. Disconnect it again " +
          "if it is still to go.",
      });
    },
  };
}
