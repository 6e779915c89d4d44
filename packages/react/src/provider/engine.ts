import type { IdentityType } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import { type ConnectClient, type ConnectLine, openConnectLine } from "../api/client.ts";
import type { ConnectError } from "../api/connect-error.ts";
import { connectionsKey, type PendingChanges } from "../connections/queries.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import type { ConnectSession, LoadCourse } from "../session/connect-session.ts";
import { isolate } from "../session/isolate.ts";
import {
  currentSession,
  type SessionObserver,
  type SessionRequest,
} from "../session/session-slot.ts";
import { startConnectSession } from "../session/start-connect-session.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { type LayerOrigin, layerOrigin } from "../ui/layer-origin.ts";
import type { ConnectEvent } from "./connect-event.ts";
import type { AuthKitOptions, ConnectProviderProps } from "./connect-provider-props.ts";
import { type ConnectScope, scopeKey } from "./scope.ts";
import { seedQueries } from "./seed-queries.ts";
import { openTabChannel, type TabChannel } from "./tab-channel.ts";

/** Everything behind one provider and one viewer; the components only read and call it. */
export interface Engine {
  /** Another key means other data: the provider then makes another engine. */
  readonly key: string;
  readonly scope: ConnectScope;
  /** Reads the lists; `commandClient` makes the other calls of it. */
  readonly client: ConnectClient & ConnectLine;
  readonly queryClient: QueryClient;
  readonly pending: PendingChanges;
  emit: (event: ConnectEvent) => void;
  /** The newest render's, unchecked. */
  authKitOptions: () => AuthKitOptions;
  /** Starts the page's connect session, or joins the one that is already running for the same. */
  connect: (
    request: SessionRequest,
    observer: SessionObserver,
    from?: ConnectOrigin,
  ) => Promise<ConnectOutcome>;
  /** Loads what a press needs before the press, e.g. when the pointer comes near. */
  preload: () => void;
  /** The running session, if this engine runs it. */
  ownSession: () => ConnectSession | null;
  /** Equal for two requests that may share a session. */
  sessionKey: (request: SessionRequest) => string;
  /** The provider's own element, which is there as long as the provider. */
  home: () => Element | null;
  /** The connections of this type have changed: read them again, here and in other tabs. */
  refreshConnections: (identityType: IdentityType) => void;
  /** Its provider is on the page, until the returned function is called. */
  start: () => () => void;
  /** Forgets the viewer: what was loaded, and a running session. */
  dispose: () => void;
}

/** The props that an engine is made of, and whose change makes another one. */
export const engineKey = ({ endpoint, viewerKey, credentials }: EngineProps): string =>
  JSON.stringify([endpoint, viewerKey, credentials]);

/** Props as the engine uses them, with their defaults. */
export type EngineProps = ConnectProviderProps &
  Required<Pick<ConnectProviderProps, "endpoint" | "credentials" | "identityType">> & {
    loadCourse: LoadCourse;
    home: () => Element | null;
  };

/** What a caller knows of where it was pressed. */
export interface ConnectOrigin {
  /** The component's root element. */
  container?: Element | null;
  /** What its handler listened on, if it was an element. */
  pressed?: unknown;
}

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && "nodeType" in value && value.nodeType === 1;

/**
 * What had the focus, in the document or shadow root of whoever asks. Safari does not focus a button
 * that is clicked: there the click tells.
 */
function originOf({ container = null, pressed }: ConnectOrigin, home: Element | null): LayerOrigin {
  const listener = isElement(pressed) ? pressed : null;
  const target = isElement(window.event?.target) ? window.event.target : null;
  // A click in another window is heard here too. Of one in a shadow root only its host is heard.
  const elsewhere = target && target.ownerDocument !== home?.ownerDocument ? target : null;
  const active = activeElementNear(container ?? listener ?? elsewhere ?? home ?? document);
  if (active && active !== active.ownerDocument.body) return layerOrigin(active, container);
  return layerOrigin(target?.closest("button, a, [tabindex]") ?? target ?? listener, container);
}

/** @param latest Gives the newest render's props: callbacks and headers are never stale. */
export function createEngine(
  props: EngineProps,
  queryClient: QueryClient,
  latest: () => EngineProps,
): Engine {
  const { endpoint, viewerKey, credentials } = props;
  const scope = { endpoint, viewerKey };
  const viewers = new Map<IdentityType, string>();
  const pending: PendingChanges = new Map();
  let isSignedOut = false;
  let session: ConnectSession | null = null;
  let tabs: TabChannel | null = null;
  let hasStopped = false;

  const client = openConnectLine({
    endpoint,
    credentials,
    headers: () => {
      const { headers } = latest();
      return (typeof headers === "function" ? headers() : headers) ?? {};
    },
    onUnauthorized,
    onViewer,
  });

  /** Leaves nothing of what was loaded. */
  function forget(why: { status: "error"; error: Error } | { status: "pending"; error: null }) {
    for (const query of queryClient.getQueryCache().findAll({ queryKey: scopeKey(scope) })) {
      query.setState({ data: undefined, ...why });
    }
  }

  function onUnauthorized(error: ConnectError) {
    forget({ status: "error", error });
    if (isSignedOut) return;
    isSignedOut = true;
    engine.ownSession()?.end({ type: "unauthorized", error });
    isolate(() => latest().onUnauthorized?.(error));
  }

  function onViewer(identityType: IdentityType, viewer: string) {
    isSignedOut = false;
    const known = viewers.get(identityType) ?? viewer;
    if (known !== viewer) viewers.clear();
    viewers.set(identityType, viewer);
    if (known === viewer) return;
    engine.ownSession()?.end({ type: "cancelled" });
    forget({ status: "pending", error: null });
    // What is being read right now is already the new viewer's.
    void queryClient.invalidateQueries({ queryKey: scopeKey(scope) }, { cancelRefetch: false });
  }

  const engine: Engine = {
    key: engineKey(props),
    scope,
    client,
    queryClient,
    pending,
    emit: (event) => isolate(() => latest().onEvent?.(event)),
    authKitOptions: () => latest().authKit ?? {},
    sessionKey: ({ platform, identityType, reconnects }) =>
      JSON.stringify([endpoint, viewerKey, identityType, platform, reconnects]),
    ownSession: () => (session !== null && currentSession() === session ? session : null),
    home: () => latest().home(),
    connect(request, observer, from = {}) {
      // A callback that opens again after its provider has gone would have no place to show in.
      if (hasStopped) return Promise.resolve({ type: "cancelled" });
      const running = currentSession();
      if (running) {
        if (running.key !== engine.sessionKey(request)) return Promise.resolve({ type: "busy" });
        running.observe(observer);
        return running.outcome;
      }
      session = startConnectSession(
        engine,
        request,
        latest().loadCourse,
        originOf(from, engine.home()),
      );
      session.observe(observer);
      return session.outcome;
    },
    preload() {
      // What cannot be loaded now is tried again, and reported, by the press.
      latest()
        .loadCourse()
        .catch(() => {});
    },
    refreshConnections(identityType) {
      void queryClient.invalidateQueries({ queryKey: connectionsKey(scope, identityType) });
      tabs?.tell(identityType);
    },
    start() {
      const channel = openTabChannel(scope, (identityType) => {
        void queryClient.invalidateQueries({ queryKey: connectionsKey(scope, identityType) });
      });
      tabs = channel;
      hasStopped = false;
      return () => {
        channel.close();
        tabs = null;
        hasStopped = true;
        // StrictMode stops and starts again at once; a session survives that.
        queueMicrotask(() => {
          if (hasStopped) engine.ownSession()?.end({ type: "cancelled" });
        });
      };
    },
    dispose() {
      engine.ownSession()?.end({ type: "cancelled" });
      queryClient.removeQueries({ queryKey: scopeKey(scope) });
    },
  };

  seedQueries(queryClient, client, scope, props.identityType, props.initialData);
  return engine;
}
