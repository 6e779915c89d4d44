"use client";

import type { Connection } from "@authkit-ui/contract";
import { useCallback } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useLatest } from "../ui/use-latest.ts";
import { useStateFor } from "../ui/use-state-for.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";

/** What a component's owner wants to hear. */
export interface AttemptListeners {
  onConnected?: ((connection: Connection) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
}

/** The attempts that one component starts. `subject` is what they are about, e.g. a platform. */
export interface Attempts {
  /** The last attempt's failure, until the next one starts. */
  failure: { subject: string; error: ConnectError } | null;
  /** Something else about the subject went wrong. */
  fail: (subject: string, error: ConnectError) => void;
  run: (subject: string, start: () => Promise<ConnectOutcome>) => Promise<ConnectOutcome>;
}

/** Follows attempts to connect to their end, and keeps what went wrong with the last one. */
export function useAttempt(listeners: AttemptListeners): Attempts {
  const { engine } = useConnectContext();
  const [failure, setFailure] = useStateFor<Attempts["failure"]>(engine.key, null);
  const latest = useLatest(listeners);
  const fail = useCallback(
    (subject: string, error: ConnectError) => {
      setFailure(() => ({ subject, error }));
      latest().onError?.(error);
    },
    [latest, setFailure],
  );
  const run = useCallback(
    async (subject: string, start: () => Promise<ConnectOutcome>) => {
      setFailure(() => null);
      const outcome = await start();
      if ("error" in outcome) fail(subject, outcome.error);
      if (outcome.type === "connected") {
        for (const connection of outcome.connections) latest().onConnected?.(connection);
      }
      return outcome;
    },
    [latest, setFailure, fail],
  );
  return { failure, run, fail };
}
