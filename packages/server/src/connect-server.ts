import type {
  ConnectionsResponse,
  ConnectorsResponse,
  IdentityType,
  Requirement,
} from "@authkit-ui/contract";
import { createPassthrough, type PassthroughRequest } from "./actions/passthrough.ts";
import { createActionRunner, createRunAction } from "./actions/run-action.ts";
import type { Agent } from "./agent/agent.ts";
import { createAgentCalls } from "./agent/agent-calls.ts";
import { toTool } from "./agent/tools.ts";
import { memoizeAsync } from "./async/memoize-async.ts";
import { createTaskTracker } from "./async/task-tracker.ts";
import { configure } from "./configuration.ts";
import { createAccountDescriber } from "./connections/account-describer.ts";
import { createConnectionHints } from "./connections/connection-hints.ts";
import { type ConnectionRecord, toRecord } from "./connections/connection-record.ts";
import { createConnections, isUuid } from "./connections/connections.ts";
import { createDeletions } from "./connections/deletions.ts";
import { createHookDispatcher } from "./connections/hook-dispatcher.ts";
import { createIdentityEraser, type ForgetReceipt } from "./connections/identity-eraser.ts";
import { createPermissions } from "./connections/permissions.ts";
import { createReconciler } from "./connections/reconciler.ts";
import { checkRequirements, type RequirementsResult } from "./connections/requirements.ts";
import { createSweeper, type SweepOptions, type SweepResult } from "./connections/sweeper.ts";
import { createRecordUse } from "./connections/use-recorder.ts";
import { createViewerDescriber } from "./connections/viewer-describer.ts";
import { startWatch, type Watch, type WatchOptions } from "./connections/watcher.ts";
import { createCatalog } from "./connectors/catalog.ts";
import { createConnectors } from "./connectors/connectors.ts";
import { createApp } from "./http/app.ts";
import type { RequestMetadata } from "./http/client-address.ts";
import { createHealth } from "./http/health.ts";
import { createMemoryRateLimiter } from "./http/memory-rate-limiter.ts";
import { createRateGuard } from "./http/rate-limits.ts";
import { checkIdentity, checkViewer, type Identity, type Viewer } from "./identity/identity.ts";
import { deriveSigningKeys } from "./identity/signing-keys.ts";
import type { ConnectServerOptions } from "./options.ts";
import { createPicaClient } from "./pica/pica-client.ts";
import { createRedeemTicket } from "./sessions/redeem-ticket.ts";
import { createSaveConnection } from "./sessions/save-connection.ts";
import { createSessions } from "./sessions/sessions.ts";
import { withDefaultAccess } from "./store/default-access.ts";
import { instrumentStore } from "./store/instrument-store.ts";

/** An id that no session has; looking it up is a cheap way to ask the database something. */
const unknownSessionId = "00000000-0000-0000-0000-000000000000";

/** The server: one web-standard handler, and methods for the product's own back end. */
export interface ConnectServer<V extends Viewer = Viewer> {
  /** Answers every request below the base path; never rejects. */
  handler(request: Request, info?: RequestMetadata): Promise<Response>;
  /**
   * `handler` in the form that runtimes take: `export default connect`. What they give beside the
   * request, mostly their environment, is not read.
   */
  fetch(request: Request): Promise<Response>;
  connectors: {
    /** The catalog; with a viewer, connectors that they may not connect have `unavailable`. */
    list(viewer?: V): Promise<ConnectorsResponse>;
  };
  connections: {
    /** One identity's connections as plain JSON, e.g. for the kit's `initialData`. */
    list(
      viewer: V,
      options?: { identityType?: IdentityType | undefined },
    ): Promise<ConnectionsResponse>;
    /** The connection or null, whoever it belongs to: check its `identity` before you use it. */
    get(id: string): Promise<ConnectionRecord | null>;
  };
  requirements: {
    /**
     * Checks on the server whether the viewer has connected what a feature needs.
     *
     * @example
     * const { met } = await connect.requirements.check(viewer, [{ platform: "gmail" }]);
     */
    check(
      viewer: V,
      requirements: readonly Requirement[],
      options?: { identityType?: IdentityType | undefined },
    ): Promise<RequirementsResult>;
  };
  /**
   * The registered actions as tools for a model that acts for the viewer. Take the viewer from your own
   * session, as in `authenticate`, and make an agent for each request.
   *
   * @example
   * const agent = connect.agent({ user: session.userId });
   * const outcome = await agent.call({ callId, tool: "sendMessage", input });
   */
  agent(
    viewer: V,
    options?: {
      /**
       * Whose connections the calls use.
       * @default "user"
       */
      identityType?: IdentityType | undefined;
    },
  ): Agent;
  /**
   * Checks the connections of known identities at Pica, the longest unchecked first, so that
   * `onNeedsAttention` and `onRecovered` run while no page is open. Call it from a scheduler, e.g.
   * a cron route. Instances that share a PostgreSQL share the work. A sweep ends when every
   * identity is checked, the budget is used, or Pica limits requests.
   */
  sweep(options?: SweepOptions): Promise<SweepResult>;
  /**
   * Runs sweeps until it is stopped, in a process that keeps running. Every instance may watch,
   * because they share the work. `close` stops it, too.
   *
   * @throws ConnectConfigurationError `watch_malformed` when `every` is not at least a second
   */
  watch(options: WatchOptions): Watch;
  /**
   * Deletes everything that a person or a group has connected, at Pica and in the database, and
   * ends their connect sessions. `onDisconnected` runs for each connection. The next sweep, or
   * another call, finishes what a call could not delete or a killed process left.
   */
  forget(identity: Identity): Promise<ForgetReceipt>;
  /**
   * Sends a request to the provider behind a connection. It does not check whose connection that
   * is: check it before. It refuses what the account's level of access does not
   * allow. Resolves with the provider's response, also when that is an error.
   */
  passthrough(id: string, request: PassthroughRequest): Promise<Response>;
  /** Migrates the database. The handler does so by itself before its first response. */
  migrate(): Promise<void>;
  /** Waits for running requests, calls and synchronizations, then closes the store. */
  close(): Promise<void>;
}

/**
 * Creates the server.
 *
 * @throws ConnectConfigurationError when it could not run as configured
 * @example
 * const connect = createConnectServer({
 *   secret: process.env.PICA_SECRET_KEY,
 *   authenticate: async (request) => {
 *     const session = await getSession(request.headers);
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
  const tasks = createTaskTracker();
  const health = createHealth(now, () =>
    // Migrates first, since the migration may be what failed.
    tasks.track(migrate().then(() => store.findSession(unknownSessionId))),
  );
  const { defaultAccess } = configuration;
  const hasAccessLevels = defaultAccess !== null;
  const rawStore = instrumentStore(options.store, health.database.report);
  const store = hasAccessLevels ? withDefaultAccess(rawStore, defaultAccess) : rawStore;
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
  const keys = memoizeAsync(() => deriveSigningKeys(configuration.signingSecret));
  const offersPlatform = (platform: string) => platforms === null || platforms.has(platform);
  const limits = createRateGuard(
    options.rateLimits,
    options.store.createRateLimiter ?? createMemoryRateLimiter,
  );
  const permissions = createPermissions(options.authorize, hasAccessLevels);
  const { reconnectUrl } = configuration;
  const hookDispatcher = createHookDispatcher(options, store, logger, now, reconnectUrl);
  const describer = createAccountDescriber(options.describeAccount, store, logger, now);
  // Pica is asked for the connection's id and then to delete it, each repeated once at most.
  const requestTime = 4 * configuration.pica.timeout;
  const deletions = createDeletions(store, pica, logger, now, requestTime);
  const catalog = createCatalog({ load: pica.connectors, platforms, now, onWarning });
  const reconciler = createReconciler({
    store,
    pica,
    deletions,
    hookDispatcher,
    offersPlatform,
    logger,
    now,
    onFound: async (rows) => {
      await Promise.all(
        rows.map(async (row) => hookDispatcher.deliver(await describer.describe(row))),
      );
    },
  });
  const eraser = createIdentityEraser({
    store,
    pica,
    deletions,
    hookDispatcher,
    reconciler,
    now,
  });
  const sweeper = createSweeper({
    store,
    environment: configuration.environment,
    reconciler,
    eraser,
    isRestricted: permissions.isRestricted,
    logger,
    now,
  });
  const watches = new Set<Watch>();
  const connections = createConnections({
    store,
    environment: configuration.environment,
    hasAccessLevels,
    reconciler: {
      ...reconciler,
      // Tracked, because a list may answer before a slow synchronization has ended.
      reconcile: (...call) => tasks.track(reconciler.reconcile(...call)),
    },
    deletions,
    permissions,
    hookDispatcher,
    keys,
    now,
  });
  const sessions = createSessions({
    store,
    connections,
    reconciler,
    permissions,
    catalog,
    offersPlatform,
    keys,
    now,
  });
  const saveConnection = createSaveConnection({
    store,
    pica,
    sessions,
    connections,
    reconciler,
    deletions,
    permissions,
    hookDispatcher,
    describer,
    viewerDescriber: createViewerDescriber(options.describeViewer, store, logger, now),
    offersPlatform,
    now,
  });
  const redeemTicket = createRedeemTicket({
    store,
    token: pica.token,
    keys,
    consume: (viewerId) => limits.consume("tokens", viewerId),
    now,
  });
  const recordUse = createRecordUse(store, logger, now);
  const actionRunner = createActionRunner({
    actions: options.actions ?? {},
    pica,
    reconciler,
    recordUse,
  });
  const runAction = createRunAction(actionRunner, connections);
  const agentCalls = createAgentCalls({
    store,
    runner: actionRunner,
    connections,
    permissions,
    catalog,
    offersPlatform,
    requestTime,
    ready: () => migrate(),
    logger,
    now,
  });
  const passthrough = createPassthrough(store, pica, recordUse, describer.isDescribing);
  const handleWebhookHint = createConnectionHints({
    store,
    environment: configuration.environment,
    reconciler,
    mayStoreNew: !permissions.isRestricted,
    consume: () => limits.consume("webhooks", "one"),
    logger,
  });
  const connectors = createConnectors({ catalog, permissions });

  const migrate = memoizeAsync(async () => {
    await store.migrate();
    // Completes what an earlier process left open, without delaying the first response.
    tasks.track(
      deletions.processDeletions().catch((error: unknown) => {
        logger.warn("Replaced connections could not be looked up.", { error });
      }),
    );
  });
  const app = createApp({
    ...configuration,
    authenticate: options.authenticate,
    ready: migrate,
    limits,
    viewerId: async (identity) => (await keys()).viewerId(identity),
    health,
    sessions,
    saveConnection,
    redeemTicket,
    connections,
    connectors,
    runAction,
    agentCalls,
    receiveHint:
      configuration.pica.generation === "one"
        ? (body) => void tasks.track(handleWebhookHint(body))
        : null,
  });

  const handler: ConnectServer<V>["handler"] = (request, info = {}) =>
    tasks.track(Promise.resolve(app.fetch(request, info)));

  const sweep: typeof sweeper.sweep = (...call) =>
    tasks.track(
      migrate().then(async () => {
        await store.expireAgentCalls(new Date(now()));
        return sweeper.sweep(...call);
      }),
    );
  const list: ConnectServer<V>["connections"]["list"] = (viewer, listOptions) =>
    tasks.track(migrate().then(() => connections.list(viewer, listOptions)));

  return {
    handler,
    fetch: (request) => handler(request),
    connectors: { list: (viewer) => connectors.list(viewer) },
    connections: {
      list,
      get: async (id) => {
        await migrate();
        const { environment } = configuration;
        const [row] = isUuid(id) ? await store.findConnections({ id, environment }) : [];
        return row ? toRecord(row) : null;
      },
    },
    requirements: {
      check: async (viewer, requirements, listOptions) =>
        checkRequirements((await list(viewer, listOptions)).connections, requirements),
    },
    agent: (viewer, { identityType = "user" } = {}) => {
      checkViewer(viewer);
      return {
        tools: () => actionRunner.all.map(toTool),
        call: (call) => tasks.track(agentCalls.call(viewer, identityType, call)),
        resolve: (requestId) => tasks.track(agentCalls.resolve(viewer, requestId)),
      };
    },
    sweep: (sweepOptions) => sweep(sweepOptions),
    watch: (watchOptions) => {
      const watch = startWatch(sweep, watchOptions, logger);
      watches.add(watch);
      return watch;
    },
    forget: (identity) => {
      checkIdentity(identity);
      const forgotten = migrate().then(() => eraser.forget(identity));
      return tasks.track(forgotten.then(({ receipt }) => receipt));
    },
    passthrough: (id, request) => tasks.track(migrate().then(() => passthrough(id, request))),
    migrate,
    close: async () => {
      await Promise.all(Array.from(watches, (watch) => watch.stop()));
      await tasks.idle();
      await store.close();
    },
  };
}
