"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useCallback, useRef, useState } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import type { Notice } from "../messages/session-messages.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { useKeptLayers } from "../ui/open-layers.ts";
import { safeCall } from "../ui/safe-call.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";

/** A component's callbacks, and whose accounts it connects. */
export interface ConnectAttemptListeners {
  identityType?: IdentityType | undefined;
  onConnected?: ((connection: Connection) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
}

/** The attempts that one component starts. `subject` is what they are about, e.g. a platform. */
export interface ConnectAttempts {
  /** The last attempt's failure, until the next one starts. */
  failure: {
    subject: string;
    /** In words for people. @param name The connector's display name. */
    notice: (name: string | null) => Notice;
    /** The same attempt once more. */
    again: () => Promise<ConnectOutcome>;
  } | null;
  run: (subject: string, start: () => Promise<ConnectOutcome>) => Promise<ConnectOutcome>;
}

/** Follows attempts to connect to their end, and keeps what went wrong with the last one. */
export function useConnectAttempt(listeners: ConnectAttemptListeners): ConnectAttempts {
  const { store, ...context } = useConnectContext();
  const failureNotice = useFailureNotice();
  const key = `${store.key} ${listeners.identityType ?? context.identityType}`;
  const [state, setState] = useState<{
    key: string;
    subject: string;
    start: () => Promise<ConnectOutcome>;
    error: ConnectError;
  } | null>(null);
  // What went wrong for one viewer, or one identity of theirs, is no other's business.
  const failed = state?.key === key ? state : null;
  useKeptLayers();
  const latest = useLatestGetter(listeners);
  const count = useRef(0);

  const run = useCallback(
    async (subject: string, start: () => Promise<ConnectOutcome>) => {
      count.current += 1;
      const attempt = count.current;
      setState(null);
      const outcome = await start();
      if ("error" in outcome) {
        const { error } = outcome;
        safeCall(() => latest().onError?.(error));
        // A later attempt may have taken its place.
        if (attempt === count.current) setState({ key, subject, start, error });
      }
      if (outcome.type === "connected") {
        for (const connection of outcome.connections) {
          safeCall(() => latest().onConnected?.(connection));
        }
      }
      return outcome;
    },
    [latest, key],
  );
  return {
    failure: failed && {
      subject: failed.subject,
      notice: (name) => failureNotice(failed.error, { name }),
      again: () => run(failed.subject, failed.start),
    },
    run,
  };
}
