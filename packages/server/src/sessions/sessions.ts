import type {
  CreateSessionRequest,
  CreateSessionResponse,
  IdentityType,
  SessionResponse,
} from "@authkit-ui/contract";
import { type Connections, isUuid } from "../connections/connections.ts";
import type { Permissions } from "../connections/permissions.ts";
import type { Reconciler } from "../connections/reconciler.ts";
import type { Catalog } from "../connectors/catalog.ts";
import { notEnabled, notFound, ProblemError } from "../errors/problem-error.ts";
import { type Identity, identityOf, type Viewer } from "../identity/identity.ts";
import type { SigningKeys } from "../identity/signing-keys.ts";
import type { ConnectStore, StoredSession } from "../store/connect-store.ts";
import { createTickets, ticketLifetime } from "./ticket.ts";

/** Milliseconds for which a connect session is kept. */
const sessionLifetimeMs = 24 * 60 * 60 * 1000;

export interface Sessions<V extends Viewer> {
  create(viewer: V, request: CreateSessionRequest): Promise<CreateSessionResponse>;
  read(viewer: V, id: string): Promise<SessionResponse>;
  end(viewer: V, id: string): Promise<void>;
  /** The viewer's own session, ended or not. Throws `not_found` for any other. */
  findOwned(viewer: V, id: string): Promise<StoredSession>;
  markConnected(session: StoredSession): Promise<void>;
}

export interface SessionsOptions<V extends Viewer> {
  store: ConnectStore;
  connections: Connections<V>;
  reconciler: Pick<Reconciler, "invalidate">;
  permissions: Permissions<V>;
  catalog: Catalog;
  offersPlatform(platform: string): boolean;
  keys(): Promise<SigningKeys>;
  now(): number;
}

interface SessionTarget {
  identity: Identity;
  platform: string | null;
  reconnectId: string | null;
}

export function createSessions<V extends Viewer>(options: SessionsOptions<V>): Sessions<V> {
  const { store, connections, reconciler, permissions, catalog, offersPlatform, keys, now } =
    options;

  /** Makes every check that can be made before the dialog opens. */
  async function resolveTarget(viewer: V, request: CreateSessionRequest): Promise<SessionTarget> {
    if (request.reconnectId !== undefined) {
      const row = await connections.findOwned(viewer, request.reconnectId, "reconnect");
      assertPlatform(row.platform);
      if (request.platform !== undefined && request.platform !== row.platform) {
        throw new ProblemError("connection_conflict", {
          detail: `That connection is one to "${row.platform}". Reconnect it without naming another.`,
        });
      }
      return { identity: row.identity, platform: row.platform, reconnectId: row.id };
    }
    const identityType: IdentityType = request.identityType ?? "user";
    const identity = identityOf(viewer, identityType);
    const { platform } = request;
    if (platform !== undefined) {
      assertPlatform(platform);
      const snapshot = catalog.peek();
      if (snapshot && !snapshot.byPlatform.has(platform)) throw notEnabled(platform);
    }
    await permissions.assert({
      viewer,
      identityType,
      action: "connect",
      ...(platform !== undefined && { platform }),
    });
    return { identity, platform: platform ?? null, reconnectId: null };
  }

  function assertPlatform(platform: string): void {
    if (!offersPlatform(platform)) throw notEnabled(platform);
  }

  async function findOwned(viewer: V, id: string): Promise<StoredSession> {
    const session = isUuid(id) ? await store.findSession(id) : null;
    const isOwn = session && viewer[session.identity.type] === session.identity.id;
    if (!isOwn || session.expiresAt.getTime() <= now()) throw notFound("connect session");
    return session;
  }

  const change = (id: string, to: Parameters<ConnectStore["updateSession"]>[1]) =>
    store.updateSession(id, to, new Date(now()));

  return {
    findOwned,

    create: async (viewer, request) => {
      const target = await resolveTarget(viewer, request);
      const id = crypto.randomUUID();
      const createdAt = new Date(now());
      const signingKeys = await keys();
      const viewerId = await signingKeys.viewerId(target.identity);
      const ticket = await createTickets(signingKeys.ticket).issue(
        { sessionId: id, viewerId },
        createdAt,
      );
      await store.createSession({
        ...target,
        id,
        state: "created",
        code: null,
        ticketUses: 0,
        laterPageUses: 0,
        pages: 0,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + sessionLifetimeMs),
      });
      return {
        id,
        ticket,
        ticketExpiresAt: new Date(createdAt.getTime() + ticketLifetime * 1000).toISOString(),
        viewer: viewerId,
      };
    },

    read: async (viewer, id) => {
      const { state, code } = await findOwned(viewer, id);
      return { state, ...(state === "token_refused" && code && { code }) };
    },

    end: async (viewer, id) => {
      const { state, identity } = await findOwned(viewer, id);
      await change(id, { state: "ended" });
      // The sign-in may still be finished in its window: the next list looks at Pica.
      if (state === "token_issued") reconciler.invalidate(identity);
    },

    markConnected: async ({ id }) => {
      await change(id, { state: "connected" });
    },
  };
}
