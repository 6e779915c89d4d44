"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import {
  type PointerEvent,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { isMousePress } from "../session/session-prefetch.ts";
import type { ConnectPhase } from "../session/session-state.ts";
import {
  currentSession,
  getServerSnapshot,
  type SessionObserver,
  subscribeToSession,
} from "../session/session-store.ts";
import { useParkDialogsOnUnmount } from "../ui/park-dialogs.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";

/** Options of {@link useConnect}. Callbacks are always the newest render's. */
export interface UseConnectOptions {
  /** Pica's id of the platform, e.g. `gmail`. Absent: the person picks from the catalog. */
  platform?: string | undefined;
  /**
   * Whom the connection will belong to.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /**
   * Id of the connection to reconnect, which keeps its id, name and date. Needs the connection's
   * `platform`.
   */
  reconnectId?: string | undefined;
  /** Called once per connection, after your server has verified and stored it. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called when the session has ended in failure. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Called when the session has ended, whatever the outcome. */
  onClose?: ((outcome: ConnectOutcome) => void) | undefined;
}

/** What {@link useConnect} returns. */
export interface UseConnectResult {
  /**
   * Starts a connect session. Never rejects. While one for the same options is running, the caller
   * gets its promise; while another one is, the outcome `busy`, without a call of `onClose`.
   */
  open: () => Promise<ConnectOutcome>;
  /** Closes the running session for the same options, whoever started it. */
  close: () => void;
  /**
   * Prepares a press, which then does not wait: loads the dialog and AuthKit, and asks your server for
   * the session when a mouse button goes down. Give it to your button's `onPointerEnter`,
   * `onPointerDown` and `onFocus`; the kit's own components do so.
   */
  preload: (event?: SyntheticEvent) => void;
  /**
   * Whether a session for the same `platform`, `identityType` and `reconnectId` is running, whoever
   * started it.
   */
  isLoading: boolean;
  /** Where that session stands. */
  phase: ConnectPhase;
  /** Why the running session is stuck, or why the last one started here failed. */
  error: ConnectError | null;
}

/**
 * Connects accounts of one platform, or of any. The connect session belongs to the provider: it goes
 * on when the component that started it unmounts, and its callbacks are still called.
 *
 * @example
 * const gmail = useConnect({ platform: "gmail", onConnected: (connection) => greet(connection) });
 * <button
 *   onClick={gmail.open}
 *   onPointerEnter={gmail.preload}
 *   onPointerDown={gmail.preload}
 *   onFocus={gmail.preload}
 *   aria-disabled={gmail.isLoading}
 * >
 *   Connect Gmail
 * </button>
 */
export function useConnect(options: UseConnectOptions = {}): UseConnectResult {
  const context = useConnectContext();
  const { store } = context;
  const { platform, reconnectId, identityType = context.identityType } = options;
  const key = store.sessionKey({ platform, identityType, reconnectId });
  const [failure, setFailure] = useState<{ key: string; error: ConnectError } | null>(null);

  useParkDialogsOnUnmount();
  const latest = useLatestGetter(options);
  const [observer] = useState<SessionObserver>(() => ({
    onConnected: (connection) => latest().onConnected?.(connection),
    onError: (error) => latest().onError?.(error),
    onClose: (outcome) => latest().onClose?.(outcome),
  }));

  const state = useSyncExternalStore(
    subscribeToSession,
    () => {
      const session = currentSession();
      return session?.key === key ? session.getState() : null;
    },
    getServerSnapshot,
  );

  const open = useCallback(
    async (event?: { currentTarget?: unknown }) => {
      setFailure(null);
      const outcome = await store.connect({ platform, identityType, reconnectId }, observer, {
        pressed: event?.currentTarget,
      });
      if ("error" in outcome) setFailure({ key, error: outcome.error });
      return outcome;
    },
    [store, key, platform, identityType, reconnectId, observer],
  );

  const preload = useCallback(
    (event?: SyntheticEvent) => {
      store.preload();
      const isPress = event?.type === "pointerdown" && isMousePress(event as PointerEvent);
      if (isPress) store.prefetchSession({ platform, identityType, reconnectId });
    },
    [store, platform, identityType, reconnectId],
  );

  // After a redirect to a provider and back, a hook with the same target joins the session.
  useEffect(
    () =>
      store.subscribeToResume?.(null, (target) => {
        if (target.connectionRequestId !== undefined) return;
        if (store.sessionKey(target) === key) void open();
      }),
    [store, key, open],
  );

  const close = useCallback(() => {
    const session = currentSession();
    if (session?.key === key) session.close();
  }, [key]);

  return {
    open,
    close,
    preload,
    isLoading: state !== null,
    phase: state?.phase ?? "idle",
    error: state ? state.error : failure?.key === key ? failure.error : null,
  };
}
