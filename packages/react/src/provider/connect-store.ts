import type {
  Connection,
  ConnectionsResponse,
  Connector,
  IdentityType,
} from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import { type ConnectApi, createConnectApi } from "../api/client.ts";
import type { ConnectError } from "../api/connect-error.ts";
import { connectionsQuery } from "../data/connections-query.ts";
import { connectorsQuery } from "../data/connectors-query.ts";
import { hydrateInitialData } from "../data/hydrate-initial-data.ts";
import { type ConnectKeyParams, connectKeys } from "../data/query-keys.ts";
import { openTabBroadcast, type TabBroadcast } from "../data/tab-broadcast.ts";
import { updateConnectionsCache } from "../data/update-connections-cache.ts";
import type { AuthKitAdapter, AuthKitModule } from "../session/adapters/authkit-adapter.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import {
  type ConnectSession,
  type ConnectSessionDependencies,
  sessionBody,
  startConnectSession,
} from "../session/connect-session.ts";
import { createSessionPrefetch } from "../session/session-prefetch.ts";
import type { SessionTarget } from "../session/session-state.ts";
import { currentSession, type SessionObserver } from "../session/session-store.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { type LayerOrigin, layerOrigin } from "../ui/layer-origin.ts";
import { lazyChunk } from "../ui/lazy-chunk.ts";
import { safeCall } from "../ui/safe-call.ts";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

/** What one provider holds for one viewer: the API client, the query cache and the session. */
export interface ConnectStore {
  /** Another key means other data: the provider then makes another store. */
  readonly key: string;
  readonly keyParams: ConnectKeyParams;
  readonly api: ConnectApi;
  readonly queryClient: QueryClient;
  emit: (event: ConnectEvent) => void;
  /** Starts the page's connect session, or joins the one that is already running for the same. */
  connect: (
    target: SessionTarget,
    observer: SessionObserver,
    from?: PressedElements,
  ) => Promise<ConnectOutcome>;
  /** Asks for the session of a press that has just begun, unless one is running. */
  prefetchSession: (target: SessionTarget) => void;
  /** See {@link AuthKitAdapter}. */
  subscribeToResume: AuthKitAdapter["subscribeToResume"];
  /** The dialog and AuthKit; `null` until they are loaded. */
  authKitModule: () => AuthKitModule | null;
  /** Loads what a press needs before the press, e.g. when the pointer comes near. */
  preload: () => void;
  /** The running session, if this store runs it. */
  activeSession: () => ConnectSession | null;
  /** Equal for two targets that may share a session. */
  sessionKey: (target: SessionTarget) => string;
  /** Reads the connections of this type from Pica, past the server's cache. */
  refetchConnections: (identityType: IdentityType) => Promise<ConnectionsResponse>;
  /** The connections of this type have changed. Lists read them again, here and in other tabs. */
  invalidateConnections: (identityType: IdentityType) => void;
  /** Called when its provider mounts; the returned function when that unmounts. */
  mount: () => () => void;
  /** Drops the viewer's data, and ends a running session. */
  dispose: () => void;
}

/** The props that a store is made of, and whose change makes another one. */
export const connectStoreKey = ({ endpoint, viewerKey, credentials }: ConnectStoreProps): string =>
  JSON.stringify([endpoint, viewerKey, credentials]);

/** Props as the store uses them, with their defaults. */
export type ConnectStoreProps = ConnectProviderProps & {
  endpoint: string;
  credentials: RequestCredentials;
  identityType: IdentityType;
  adapter: AuthKitAdapter;
  providerElement: () => Element | null;
};

/** Where a connect session was started from. */
export interface PressedElements {
  /** Root element of the component that starts it. */
  container?: Element | null | undefined;
  /** `currentTarget` of the press's event, if there was one. */
  pressed?: unknown;
  /**
   * Set when the press is in a dialog that closes as the session starts: where that dialog was opened
   * from. It counts instead of the pressed element, which is gone by then.
   */
  openedFrom?: LayerOrigin | undefined;
}

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && "nodeType" in value && value.nodeType === 1;

/**
 * The element that had the focus, in the document or shadow root of the component that asks. Safari
 * does not focus a clicked button: there it is the target of the click.
 */
function resolveLayerOrigin(
  { container = null, pressed }: PressedElements,
  providerElement: Element | null,
): LayerOrigin {
  const currentTarget = isElement(pressed) ? pressed : null;
  const target = isElement(window.event?.target) ? window.event.target : null;
  // A click in another window may be the current event here. One in a shadow root has its host as target.
  const foreignTarget =
    target && target.ownerDocument !== providerElement?.ownerDocument ? target : null;
  const active = activeElementNear(
    container ?? currentTarget ?? foreignTarget ?? providerElement ?? document,
  );
  if (active && active !== active.ownerDocument.body) return layerOrigin(active, container);
  return layerOrigin(
    target?.closest("button, a, [tabindex]") ?? target ?? currentTarget,
    container,
  );
}

/** @param latest Gives the newest render's props: callbacks and headers are never stale. */
export function createConnectStore(
  props: ConnectStoreProps,
  queryClient: QueryClient,
  latest: () => ConnectStoreProps,
): ConnectStore {
  const { endpoint, viewerKey, credentials } = props;
  const keyParams = { endpoint, viewerKey };
  const viewers = new Map<IdentityType, string>();
  let isSignedOut = false;
  let session: ConnectSession | null = null;
  let tabs: TabBroadcast | null = null;
  let hasStopped = false;
  const authKitChunk = lazyChunk(() => latest().adapter.load());

  const api = createConnectApi({
    endpoint,
    credentials,
    headers: () => {
      const { headers } = latest();
      return (typeof headers === "function" ? headers() : headers) ?? {};
    },
    onUnauthorized,
    onViewer,
  });

  const prefetch = createSessionPrefetch(api);

  /** Drops the viewer's data. */
  function resetViewerData(
    why: { status: "error"; error: Error } | { status: "pending"; error: null },
  ) {
    for (const query of queryClient
      .getQueryCache()
      .findAll({ queryKey: connectKeys.all(keyParams) })) {
      query.setState({ data: undefined, ...why });
    }
  }

  function onUnauthorized(error: ConnectError) {
    resetViewerData({ status: "error", error });
    if (isSignedOut) return;
    isSignedOut = true;
    store.activeSession()?.end({ type: "unauthorized", error });
    safeCall(() => latest().onUnauthorized?.(error));
  }

  function onViewer(identityType: IdentityType, viewer: string) {
    isSignedOut = false;
    const lastViewer = viewers.get(identityType) ?? viewer;
    if (lastViewer !== viewer) viewers.clear();
    viewers.set(identityType, viewer);
    if (lastViewer === viewer) return;
    store.activeSession()?.end({ type: "cancelled" });
    resetViewerData({ status: "pending", error: null });
    // What is being read right now is already the new viewer's.
    void queryClient.invalidateQueries(
      { queryKey: connectKeys.all(keyParams) },
      { cancelRefetch: false },
    );
  }

  async function findConnector(platform: string): Promise<Connector | null> {
    const { connectors } = await queryClient.fetchQuery(connectorsQuery(api, keyParams));
    return connectors.find((connector) => connector.platform === platform) ?? null;
  }

  const freshConnectionsQuery = (identityType: IdentityType) =>
    connectionsQuery(api, keyParams, identityType, { queryClient, bypassCache: true });

  const cachedConnections = (identityType: IdentityType) =>
    queryClient.getQueryData<ConnectionsResponse>(connectKeys.connections(keyParams, identityType))
      ?.connections;

  /** Finds what the session has connected among the accounts that it has not started with. */
  async function findUnconfirmed(
    { platform, identityType, reconnectId }: SessionTarget,
    known: readonly Connection[] | undefined,
  ): Promise<Connection | null> {
    if (known === undefined) return null;
    const { connections } = await queryClient.fetchQuery({
      ...freshConnectionsQuery(identityType),
      retry: false,
    });
    const before = (id: string) => known.find((connection) => connection.id === id);
    const isConnected = ({ id, state, ...connection }: Connection) =>
      reconnectId === undefined
        ? before(id) === undefined && (platform ?? connection.platform) === connection.platform
        : id === reconnectId && state === "operational" && before(id)?.state !== "operational";
    return connections.find(isConnected) ?? null;
  }

  function startSession(
    target: SessionTarget,
    observer: SessionObserver,
    openedFrom: LayerOrigin,
    overrides?: Partial<ConnectSessionDependencies>,
  ) {
    const key = store.sessionKey(target);
    const known = cachedConnections(target.identityType);
    session = startConnectSession(
      {
        api: {
          ...api,
          createSession: (body, signal) => prefetch.take(key) ?? api.createSession(body, signal),
        },
        endpoint,
        defaultBaseUrl: latest().adapter.defaultBaseUrl,
        loadAuthKit: authKitChunk.load,
        authKitOptions: () => latest().authKit ?? {},
        findConnector,
        findUnconfirmed: (target, saved) => findUnconfirmed(target, known && [...known, ...saved]),
        onSaved,
        emit: store.emit,
        ...overrides,
      },
      target,
      { key, openedFrom },
    );
    session.observe(observer);
    void session.outcome.then(({ type }) => {
      if (type === "not_saved" || type === "not_found") {
        store.refetchConnections(target.identityType).catch(() => {});
      }
      if (type !== "cancelled") return;
      // People may still finish the sign-in in its window, which then returns the focus.
      const queryKey = connectKeys.connections(keyParams, target.identityType);
      void queryClient.invalidateQueries({ queryKey, refetchType: "none" });
    });
    return session.outcome;
  }

  function onSaved(connection: Connection) {
    const { id, identityType } = connection;
    updateConnectionsCache(
      queryClient,
      connectKeys.connections(keyParams, identityType),
      (connections) => [connection, ...connections.filter((other) => other.id !== id)],
    );
    store.invalidateConnections(identityType);
  }

  const store: ConnectStore = {
    key: connectStoreKey(props),
    keyParams,
    api,
    queryClient,
    emit: (event) => safeCall(() => latest().onEvent?.(event)),
    sessionKey: ({ platform, identityType, reconnectId }) =>
      JSON.stringify([endpoint, viewerKey, identityType, platform, reconnectId]),
    activeSession: () => (session !== null && currentSession() === session ? session : null),
    connect(target, observer, from = {}) {
      // A callback that opens again after its provider has gone would have no place to show in.
      if (hasStopped) return Promise.resolve({ type: "cancelled" });
      const running = currentSession();
      if (running) {
        if (running.key !== store.sessionKey(target)) return Promise.resolve({ type: "busy" });
        running.observe(observer);
        return running.outcome;
      }
      return startSession(
        target,
        observer,
        from.openedFrom ?? resolveLayerOrigin(from, latest().providerElement()),
      );
    },
    prefetchSession(target) {
      if (currentSession()) return;
      prefetch.begin(store.sessionKey(target), () => api.createSession(sessionBody(target)));
    },
    subscribeToResume: props.adapter.subscribeToResume,
    authKitModule: authKitChunk.current,
    preload: authKitChunk.preload,
    refetchConnections: (identityType) =>
      queryClient.fetchQuery(freshConnectionsQuery(identityType)),
    invalidateConnections(identityType) {
      void queryClient.invalidateQueries({
        queryKey: connectKeys.connections(keyParams, identityType),
      });
      tabs?.post(identityType);
    },
    mount() {
      const broadcast = openTabBroadcast(keyParams, (identityType) => {
        void queryClient.invalidateQueries({
          queryKey: connectKeys.connections(keyParams, identityType),
        });
        // The other tab may have answered a request, which changes no account.
        void queryClient.invalidateQueries({ queryKey: connectKeys.connectionRequests(keyParams) });
      });
      tabs = broadcast;
      hasStopped = false;
      void props.adapter.resume?.({
        ...store,
        startSession: (target, openedFrom, overrides) =>
          hasStopped || currentSession() ? null : startSession(target, {}, openedFrom, overrides),
      });
      return () => {
        broadcast.close();
        tabs = null;
        hasStopped = true;
        // StrictMode stops and starts again at once; a session survives that.
        queueMicrotask(() => {
          if (hasStopped) store.activeSession()?.end({ type: "cancelled" });
        });
      };
    },
    dispose() {
      prefetch.cancel();
      store.activeSession()?.end({ type: "cancelled" });
      queryClient.removeQueries({ queryKey: connectKeys.all(keyParams) });
    },
  };

  hydrateInitialData(queryClient, api, keyParams, props.identityType, props.initialData);
  return store;
}
