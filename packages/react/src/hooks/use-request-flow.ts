"use client";

import type {
  AgentOutcome,
  AnswerConnectionRequest,
  Connection,
  ConnectionRequest,
} from "@authkit-ui/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import { type ConnectError, isRetryUseless } from "../api/connect-error.ts";
import {
  answerRequestMutation,
  connectionRequestQuery,
  continueRequestMutation,
  isSettled,
  reopenRequest,
} from "../data/connection-request-query.ts";
import { connectKeys } from "../data/query-keys.ts";
import { toQueryStatus } from "../data/query-status.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { PressedElements } from "../provider/connect-store.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import type { SessionTarget } from "../session/session-state.ts";
import { safeCall } from "../ui/safe-call.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { useConnectAttempt } from "./use-connect-attempt.ts";
import { useConnectSession } from "./use-connect-session.ts";
import { type ActionResult, toResult } from "./use-connections.ts";
import { useConnectionsQuery } from "./use-connections-query.ts";

/**
 * Where a request stands.
 *
 * - `loading`: the server has not been asked yet what has become of it.
 * - `pending`: it waits for the person.
 * - `connecting`: a connect session that was started for it is running.
 * - `waiting`: another part of the page is connecting the same platform.
 * - `saving`: the answer is on its way to the server.
 * - `error`: the last read, attempt or answer failed; the request is still pending.
 * - `connected`, `declined`, `unavailable`: settled, for good.
 */
export type ConnectRequestState =
  | "loading"
  | "pending"
  | "connecting"
  | "waiting"
  | "saving"
  | "error"
  | "connected"
  | "declined"
  | "unavailable";

/** Callbacks of `useConnectRequest` and `ConnectRequest`. */
export interface RequestFlowOptions {
  onSettled?: ((request: ConnectionRequest) => void) | undefined;
  onOutcome?: ((outcome: AgentOutcome) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
}

/** Why a request could not be answered. */
export interface RequestFailure {
  error: ConnectError;
  /** Whether the server has looked at the account, and does not take it. */
  isAccountRefused: boolean;
  /** What failed: reading the request, connecting an account, sending the answer, or the call. */
  step: "read" | "connect" | "answer" | "continue";
  /** The connection that was to be reconnected, or that the answer named. */
  connectionId: string | undefined;
  /** Does the same once more; `null` when that would be pointless. */
  retry: (() => Promise<unknown>) | null;
}

/** What is being done about a request. */
export type PendingAction =
  /** `undefined` connects a new account, an id reconnects that one. */
  | { type: "connect"; connectionId: string | undefined }
  | { type: "answer"; connectionId: string }
  | { type: "decline" };

/** A request, and everything that can be done about it. */
export interface RequestFlow {
  state: ConnectRequestState;
  /** As the server has answered it last; until then, as the page got it. */
  request: ConnectionRequest;
  /** The account that the call uses, once it is connected and the accounts are read. */
  connection: Connection | null;
  failure: RequestFailure | null;
  pendingAction: PendingAction | null;
  /** Whether the server is continuing the call. */
  isContinuing: boolean;
  connect: (reconnectId: string | undefined, from: PressedElements) => Promise<ConnectOutcome>;
  answer: (answer: AnswerConnectionRequest) => Promise<ActionResult>;
}

const connectionIdOf = (answer: AnswerConnectionRequest | undefined) =>
  answer && "connectionId" in answer ? answer.connectionId : undefined;

/** Reads a request, connects accounts for it, and sends the answers. */
export function useRequestFlow(
  given: ConnectionRequest,
  options: RequestFlowOptions,
  root: RefObject<Element | null>,
): RequestFlow {
  const { store } = useConnectContext();
  const { queryClient, keyParams } = store;
  const query = useQuery(connectionRequestQuery(store, given), queryClient);
  useReopenOnPending(given);
  const { status, error: readError } = toQueryStatus(query);
  const { data } = query;
  const request = data && (isSettled(data) || !isSettled(given)) ? data : given;
  const { id, platform, identityType } = request;
  const latest = useLatestGetter({ ...options, request });
  const accounts = useConnectionsQuery(identityType, platform);

  const { mutateAsync, reset, ...mutation } = useMutation(
    answerRequestMutation(store, request),
    queryClient,
  );
  async function answer(body: AnswerConnectionRequest): Promise<ActionResult> {
    const result = await toResult(() => mutateAsync(body));
    if (!result.ok && !isSettled(latest().request)) {
      safeCall(() => latest().onError?.(result.error));
    }
    return result;
  }

  const { mutateAsync: continueAsync, ...continuation } = useMutation<
    AgentOutcome | null,
    ConnectError,
    void
  >(continueRequestMutation(store, request), queryClient);
  const continuedId = useRef<string | null>(null);
  async function continueCall() {
    // A double click comes before the render that takes the button away.
    if (continuedId.current === id) return;
    continuedId.current = id;
    const result = await toResult(() => continueAsync());
    if (continuedId.current === id) continuedId.current = null;
    if (!result.ok) safeCall(() => latest().onError?.(result.error));
  }

  const session = useConnectSession();
  const attemptKey = (reconnectId: string | undefined) => `${id} ${reconnectId ?? ""}`;
  const hasSameTarget = (other: Pick<SessionTarget, "platform" | "identityType">) =>
    other.platform === platform && other.identityType === identityType;
  const attempt = useConnectAttempt({
    identityType,
    onError: options.onError,
    onEnd(key, outcome) {
      if (outcome.type !== "connected") return;
      const current = latest().request;
      // The request that it was for is no longer this one, or was settled elsewhere.
      if (!key.startsWith(`${current.id} `) || isSettled(current)) return;
      void answer({ connectionId: outcome.connection.id });
    },
    root,
    connectionRequestId: id,
    attemptKeyOf: (other) =>
      hasSameTarget(other) && !isSettled(request) ? attemptKey(other.reconnectId) : null,
  });
  /** The account of this request's attempt with the key, or `null` if the key is another's. */
  const ownAttempt = (key: string | undefined | null) =>
    key?.startsWith(`${id} `) ? { connectionId: key.slice(id.length + 1) || undefined } : null;
  const connecting = ownAttempt(attempt.runningKey);
  useRefetchOnAccountChange(
    connectKeys.connectionRequests(keyParams, id),
    accounts.status === "success" ? accounts.connections : null,
    // The answer, which follows, says more.
    connecting !== null,
  );

  const failure = ((): RequestFailure | null => {
    if (isSettled(request)) {
      const { error } = continuation;
      if (!error) return null;
      return {
        error,
        isAccountRefused: false,
        step: "continue",
        connectionId: undefined,
        // The server may have been set up, or the person signed in again, meanwhile.
        retry: continueCall,
      };
    }
    if (mutation.error && mutation.variables) {
      const { error, variables } = mutation;
      const isAccountRefused =
        error.code === "connection_conflict" || error.code === "access_denied";
      const isUseless = isRetryUseless(error.code) || isAccountRefused;
      return {
        error,
        isAccountRefused,
        step: "answer",
        connectionId: connectionIdOf(variables),
        retry: isUseless ? null : () => answer(variables),
      };
    }
    const failedAttempt = ownAttempt(attempt.failure?.attemptKey);
    if (attempt.failure && failedAttempt !== null) {
      const { error, canRetry, retry } = attempt.failure;
      const again = canRetry ? retry : null;
      return { error, isAccountRefused: false, step: "connect", ...failedAttempt, retry: again };
    }
    if (status !== "error" || !readError) return null;
    return {
      error: readError,
      isAccountRefused: false,
      step: "read",
      connectionId: undefined,
      retry: () => query.refetch(),
    };
  })();

  const state = ((): ConnectRequestState => {
    if (request.status !== "pending") return request.status;
    if (connecting !== null) return "connecting";
    if (mutation.isPending) return "saving";
    if (status === "pending") return "loading";
    if (session && hasSameTarget(session)) return "waiting";
    return failure ? "error" : "pending";
  })();

  useOnSettled(`${store.key} ${given.id}`, given, request, (settled) => {
    safeCall(() => options.onSettled?.(settled));
    if (options.onOutcome) void continueCall();
  });
  useOnOutcome(continuation.data, options.onOutcome);

  const pendingAction = ((): PendingAction | null => {
    if (connecting !== null) return { type: "connect", ...connecting };
    if (!mutation.isPending) return null;
    const connectionId = connectionIdOf(mutation.variables);
    return connectionId === undefined ? { type: "decline" } : { type: "answer", connectionId };
  })();

  return {
    state,
    request,
    connection: accounts.connections.find((one) => one.id === request.connectionId) ?? null,
    failure,
    pendingAction,
    isContinuing: continuation.isPending,
    connect(reconnectId, from) {
      reset();
      return attempt.run(attemptKey(reconnectId), () =>
        store.connect({ platform, identityType, reconnectId, connectionRequestId: id }, {}, from),
      );
    },
    answer,
  };
}

/**
 * Reopens the request when the page passes a settled request as pending again: the provider has
 * refused the account that had settled it, and the call waits again.
 */
function useReopenOnPending(given: ConnectionRequest) {
  const { store } = useConnectContext();
  const content = JSON.stringify(given);
  const latest = useLatestGetter({ store, given });
  const last = useRef({ id: given.id, content });
  useEffect(() => {
    const { store, given } = latest();
    const before = last.current;
    last.current = { id: given.id, content };
    // A different request is not a reopened one.
    if (before.id !== given.id || before.content === content || isSettled(given)) return;
    reopenRequest(store, given);
  }, [latest, content]);
}

/** Reads a pending request again when the accounts that it is about have changed. */
function useRefetchOnAccountChange(
  queryKey: readonly unknown[],
  connections: readonly Connection[] | null,
  isConnecting: boolean,
) {
  const { queryClient } = useConnectContext().store;
  const latest = useLatestGetter({ queryKey, isConnecting });
  const accounts =
    connections?.map(({ id, state, updatedAt }) => `${id} ${state} ${updatedAt}`).join() ?? null;
  const last = useRef(accounts);
  useEffect(() => {
    const known = last.current;
    last.current = accounts ?? known;
    if (accounts === null || known === null || accounts === known) return;
    if (latest().isConnecting) return;
    void queryClient.invalidateQueries({ queryKey: latest().queryKey });
  }, [queryClient, latest, accounts]);
}

/**
 * Calls `onSettled` when a request that was pending is settled: once per mount and opening, because
 * refs outlive the effects that StrictMode and `<Activity>` run again.
 */
function useOnSettled(
  key: string,
  given: ConnectionRequest,
  request: ConnectionRequest,
  onSettled: (request: ConnectionRequest) => void,
) {
  const latest = useLatestGetter({ given, request, onSettled });
  const reported = useRef<{ key: string; isDone: boolean } | null>(null);
  const { status } = request;
  useEffect(() => {
    const current = latest();
    if (reported.current?.key !== key) reported.current = { key, isDone: isSettled(current.given) };
    if (status === "pending") reported.current.isDone = false;
    if (status === "pending" || reported.current.isDone) return;
    reported.current.isDone = true;
    current.onSettled(current.request);
  }, [key, status, latest]);
}

/** Calls `onOutcome` once with each outcome, also when the effect runs again. */
function useOnOutcome(
  outcome: AgentOutcome | null | undefined,
  onOutcome: RequestFlowOptions["onOutcome"],
) {
  const latest = useLatestGetter(onOutcome);
  const reported = useRef<AgentOutcome | null>(null);
  useEffect(() => {
    if (!outcome || outcome === reported.current) return;
    reported.current = outcome;
    safeCall(() => latest()?.(outcome));
  }, [outcome, latest]);
}
