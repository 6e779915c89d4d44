import type { ConnectionsResponse, ConnectorsResponse, IdentityType } from "@authkit-ui/contract";
import { createPassthrough, type PassthroughRequest } from "./actions/passthrough.ts";
import { createRunAction } from "./actions/run-action.ts";
import { configure } from "./configuration.ts";
import { createAccountDescriber } from "./connections/account-describer.ts";
import { type ConnectionRecord, toRecord } from "./connections/connection-record.ts";
import { createConnections, isUuid } from "./connections/connections.ts";
import { createDeletions } from "./connections/deletions.ts";
import { createAnnouncer } from "./connections/hook-dispatcher.ts";
import { createPermissions } from "./connections/permissions.ts";
import { createReconciler } from "./connections/reconciler.ts";
import { createCatalog } from "./connectors/catalog.ts";
import { createConnectors } from "./connectors/connectors.ts";
import { createApp } from "./http/app.ts";
import type { RequestMetadata } from "./http/client-address.ts";
import { createHealth, watchStore } from "./http/health.ts";
import { createMemoryRateLimiter } from "./http/memory-rate-limiter.ts";
import { createRateGuard } from "./http/rate-limits.ts";
import type { Viewer } from "./identity/identity.ts";
import { deriveSigningKeys } from "./identity/signing-keys.ts";
import type { ConnectServerOptions } from "./options.ts";
import { createPicaClient } from "./pica/pica-client.ts";
import { createRedeemTicket } from "./sessions/redeem-ticket.ts";
import { createSave } from "./sessions/save-connection.ts";
import { createSessions } from "./sessions/sessions.ts";

/** An id that no session has: to look for it asks the database as little as can be asked. */
const noSession = "00000000-0000-0000-0000-000000000000";

/** The server: one web-standard handler, and the same things for the product's own code. */
export interface ConnectServer<V extends Viewer = Viewer> {
  /** Answers every request below the base path; never rejects. */
  handler(request: Request, info?: RequestMetadata): Promise<Response>;
  /**
   * `handler` in the form that runtimes take: `export default connect`. What they give beside the
   * request, mostly their environment, is not read.
   */
  fetch(request: Request): Promise<Response>;
  connectors: {
    /** The catalog; with a viewer, what they may not connect is marked. */
    list(viewer?: V): Promise<ConnectorsResponse>;
  };
  connections: {
    /** One identity's connections, as the wire has them: plain JSON, good as `initialData`. */
    list(
      viewer: V,
      options?: { identityType?: IdentityType | undefined },
    ): Promise<ConnectionsResponse>;
    /** The connection, or null; whoever it belongs to, so check `identity` before you use it. */
    get(id: string): Promise<ConnectionRecord | null>;
  };
  /**
   * A request to the provider behind a connection, for the product's own back end: whose the
   * connection is, is for the caller to check. Resolves with the provider's answer, its errors too.
   */
  passthrough(id: string, request: PassthroughRequest): Promise<Response>;
  /** Brings the database up to date. The handler does so by itself before its first answer. */
  migrate(): Promise<void>;
  /** Waits for the requests, calls and looks at Pica that run, then closes the store. */
  close(): Promise<void>;
}

/**
 * Makes the server.
 *
 * @throws ConnectConfigurationError when it could not run as configured
 * @example
 * const connect = createConnectServer({
 *   secret: process.env.PICA_SECRET_KEY,
 *   authenticate: async (request) => {
 *     const session = await readSession(request);
 *     return session && { user: session.userId, team: session.teamId };
 *   },
 *   store: createPostgresStore({ connectionString: process.env.DATABASE_URL }),
 * });
 * export default { fetch: connect.fetch };
 */
export function createConnectServer<V extends Viewer>(
  options: ConnectServerOptions<V>,
): ConnectServer<V> {
  const configuration = configure(options);
  const { logger, now, platforms } = configuration;
  const running = createRunning();
  const health = createHealth(now, () =>
    // What a first request does: the failure may have been of the migration.
    running.add(migrate().then(() => store.findSession(noSession))),
  );
  const store = watchStore(options.store, health.database);
  const onWarning = logger.warn;

  const pica = createPicaClient({
    ...configuration.pica,
    secret: configuration.secret,
    environment: configuration.environment,
    picaIdentity: configuration.picaIdentity,
    now,
    onOutcome: health.pica.report,
    onWarning,
  });
  const keys = once(() => deriveSigningKeys(configuration.signingSecret));
  const allows = (platform: string) => platforms === null || platforms.has(platform);
  const announceConnected = options.onConnected !== undefined;
  const limits = createRateGuard(
    options.rateLimits,
    options.store.createRateLimiter ?? createMemoryRateLimiter,
  );
  const permissions = createPermissions(options.authorize);
  const announcer = createAnnouncer(options, store, logger, now);
  const describer = createAccountDescriber(options.describeAccount, store, logger, now);
  const deletions = createDeletions(store, pica, logger, now);
  const catalog = createCatalog({ load: pica.connectors, platforms, now, onWarning });
  const reconciler = createReconciler({
    store,
    pica,
    deletions,
    announcer,
    allows,
    announceConnected,
    logger,
    now,
    onFound: async (rows) => {
      await Promise.all(rows.map(async (row) => announcer.announce(await describer.describe(row))));
    },
  });
  const connections = createConnections({
    store,
    environment: configuration.environment,
    reconciler: {
      ...reconciler,
      // A list answers before a slow look at Pica has ended; what that one finds is stored all the same.
      reconcile: (...look) => running.add(reconciler.reconcile(...look)),
    },
    deletions,
    permissions,
    announcer,
    announceDisconnected: options.onDisconnected !== undefined,
    keys,
    now,
  });
  const sessions = createSessions({ store, connections, permissions, catalog, allows, keys, now });
  const save = createSave({
    store,
    pica,
    sessions,
    connections,
    reconciler,
    deletions,
    permissions,
    announcer,
    describer,
    announceConnected,
    announceReconnected: options.onReconnected !== undefined,
    announceDisconnected: options.onDisconnected !== undefined,
    allows,
    now,
  });
  const redeemTicket = createRedeemTicket({
    store,
    token: pica.token,
    keys,
    limit: (viewer) => limits.count("tokens", viewer),
    now,
  });
  const runAction = createRunAction({
    actions: options.actions ?? {},
    pica,
    connections,
    reconciler,
  });
  const passthrough = createPassthrough(store, pica);
  const connectors = createConnectors({ catalog, permissions });

  const migrate = once(async () => {
    await store.migrate();
    // What an earlier process left open; the first answer does not wait for Pica.
    running.add(
      deletions.settle().catch((error: unknown) => {
        logger.warn("Replaced connections could not be looked up.", { error });
      }),
    );
  });
  const app = createApp({
    configuration,
    authenticate: options.authenticate,
    ready: migrate,
    limits,
    opaqueId: async (identity) => (await keys()).viewerId(identity),
    health,
    sessions,
    save,
    redeemTicket,
    connections,
    connectors,
    runAction,
  });

  const handler: ConnectServer<V>["handler"] = (request, info = {}) =>
    running.add(Promise.resolve(app.fetch(request, info)));

  return {
    handler,
    fetch: (request) => handler(request),
    connectors: { list: (viewer) => connectors.list(viewer) },
    connections: {
      list: (viewer, listOptions) =>
        running.add(migrate().then(() => connections.list(viewer, listOptions))),
      get: async (id) => {
        await migrate();
        const { environment } = configuration;
        const [row] = isUuid(id) ? await store.findConnections({ id, environment }) : [];
        return row ? toRecord(row) : null;
      },
    },
    passthrough: (id, request) => running.add(migrate().then(() => passthrough(id, request))),
    migrate,
    close: async () => {
      await running.settled();
      await store.close();
    },
  };
}

/** Runs once; a failure is forgotten, so that the next caller tries again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}

/** What must not be cut off by a shutdown. */
function createRunning() {
  const works = new Set<Promise<unknown>>();
  return {
    add<Value>(work: Promise<Value>): Promise<Value> {
      works.add(work);
      const done = () => works.delete(work);
      work.then(done, done);
      return work;
    },
    async settled(): Promise<void> {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
