"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type ConnectError, isRetryUseless } from "../api/connect-error.ts";
import type { Notice } from "../messages/session-messages.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import type { SessionTarget } from "../session/session-state.ts";
import { useParkDialogsOnUnmount } from "../ui/park-dialogs.ts";
import { safeCall } from "../ui/safe-call.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";

/** Props of a component that starts connect sessions. */
export interface UseConnectAttemptOptions {
  identityType?: IdentityType | undefined;
  onConnected?: ((connection: Connection) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
  /** Called after each attempt, also once the component has unmounted. */
  onEnd?: ((attemptKey: string, outcome: ConnectOutcome) => void) | undefined;
  /** Root element of the component. */
  root: RefObject<Element | null>;
  /** Id of the request of a conversation that the component shows. */
  connectionRequestId?: string | undefined;
  /** Key of the attempt to connect a target, or `null` if it is not this component's. */
  attemptKeyOf: (target: SessionTarget) => string | null;
}

/** The attempts to connect that one component starts. */
export interface ConnectAttempts {
  /** The key of the attempt that is running, or `null`. */
  runningKey: string | null;
  /** The last attempt's failure, until the next one starts. */
  failure: {
    /** What the attempt was about, e.g. a platform. */
    attemptKey: string;
    error: ConnectError;
    /** The failure in words, given the connector's display name. */
    notice: (name: string | null) => Notice;
    /** Whether another attempt could succeed. */
    canRetry: boolean;
    /** Starts the same attempt again. */
    retry: () => Promise<ConnectOutcome>;
  } | null;
  run: (attemptKey: string, start: () => Promise<ConnectOutcome>) => Promise<ConnectOutcome>;
}

/** Runs attempts to connect, calls the component's callbacks, and keeps the last failure. */
export function useConnectAttempt(listeners: UseConnectAttemptOptions): ConnectAttempts {
  const { store, ...context } = useConnectContext();
  const failureNotice = useFailureNotice();
  const { identityType = context.identityType } = listeners;
  const key = `${store.key} ${identityType}`;
  const [state, setState] = useState<{
    key: string;
    attemptKey: string;
    start: () => Promise<ConnectOutcome>;
    error: ConnectError;
  } | null>(null);
  const [runningKey, setRunningKey] = useState<string | null>(null);
  // A failure belongs to the viewer and the identity type that it was seen with.
  const failed = state?.key === key ? state : null;
  useParkDialogsOnUnmount();
  const latest = useLatestGetter(listeners);
  const count = useRef(0);

  const run = useCallback(
    async (attemptKey: string, start: () => Promise<ConnectOutcome>) => {
      count.current += 1;
      const attempt = count.current;
      setState(null);
      setRunningKey(attemptKey);
      const outcome = await start();
      // A later attempt may be running by now.
      if (attempt === count.current) setRunningKey(null);
      if ("error" in outcome) {
        const { error } = outcome;
        safeCall(() => latest().onError?.(error));
        if (attempt === count.current) setState({ key, attemptKey, start, error });
        // Once the list has been read, it shows what has become of the account.
        if (outcome.type === "not_saved") {
          const clear = () => attempt === count.current && setState(null);
          store.refetchConnections(identityType).then(clear, () => {});
        }
      }
      if (outcome.type === "connected") {
        for (const connection of outcome.connections) {
          safeCall(() => latest().onConnected?.(connection));
        }
      }
      safeCall(() => latest().onEnd?.(attemptKey, outcome));
      return outcome;
    },
    [store, latest, key, identityType],
  );

  // After a redirect to a provider and back, the component joins the session that it had started.
  const joined = useRef<SessionTarget | null>(null);
  useEffect(
    () =>
      store.subscribeToResume?.(latest().root.current, (target) => {
        // StrictMode subscribes twice.
        if (joined.current === target) return;
        if (target.connectionRequestId !== latest().connectionRequestId) return;
        const attemptKey = latest().attemptKeyOf(target);
        if (attemptKey === null) return;
        joined.current = target;
        void run(attemptKey, () => store.connect(target, {}));
      }),
    [store, run, latest],
  );

  return {
    runningKey,
    failure: failed && {
      attemptKey: failed.attemptKey,
      error: failed.error,
      notice: (name) => failureNotice(failed.error, { name }),
      canRetry: !isRetryUseless(failed.error.code),
      retry: () => run(failed.attemptKey, failed.start),
    },
    run,
  };
}
