"use client";

import type { Connection } from "@authkit-ui/contract";
import { useCallback, useRef, useState } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { unreachable } from "../messages/en-unreachable.ts";
import { failureNotice } from "../messages/failure-notice.ts";
import type { Notice, SessionMessages } from "../messages/session-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useLatest } from "../ui/use-latest.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";

/** What a component's owner wants to hear. */
export interface AttemptListeners {
  onConnected?: ((connection: Connection) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
}

/** The attempts that one component starts. `subject` is what they are about, e.g. a platform. */
export interface Attempts {
  /** The last attempt's failure, until the next one starts. */
  failure: {
    subject: string;
    /** In words for people. @param name The connector's display name. */
    notice: (name: string | null) => Notice;
  } | null;
  run: (subject: string, start: () => Promise<ConnectOutcome>) => Promise<ConnectOutcome>;
}

type FailureText = SessionMessages["failure"];

/** Where it cannot be had, the server cannot be reached: which is what has happened, then. */
const loadEnglish = (): Promise<FailureText> =>
  import("../messages/en-failure.ts").then(
    ({ failure }) => failure,
    () => () => unreachable,
  );

/** Follows attempts to connect to their end, and keeps what went wrong with the last one. */
export function useAttempt(listeners: AttemptListeners): Attempts {
  const { engine, messages } = useConnectContext();
  const { key } = engine;
  const [state, setState] = useState<{
    key: string;
    subject: string;
    error: ConnectError;
    english: FailureText;
  } | null>(null);
  // What went wrong for one viewer is no other's business.
  const failed = state?.key === key ? state : null;
  const latest = useLatest(listeners);
  const count = useRef(0);

  const run = useCallback(
    async (subject: string, start: () => Promise<ConnectOutcome>) => {
      count.current += 1;
      const attempt = count.current;
      setState(null);
      const outcome = await start();
      if ("error" in outcome) {
        const { error } = outcome;
        latest().onError?.(error);
        void loadEnglish().then((english) => {
          // A later attempt has taken its place.
          if (attempt === count.current) setState({ key, subject, error, english });
        });
      }
      if (outcome.type === "connected") {
        for (const connection of outcome.connections) latest().onConnected?.(connection);
      }
      return outcome;
    },
    [latest, key],
  );
  return {
    failure: failed && {
      subject: failed.subject,
      notice: (name) =>
        failureNotice({ session: { failure: failed.english, ...messages.session } }, failed.error, {
          name,
        }),
    },
    run,
  };
}
