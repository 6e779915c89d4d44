"use client";

import type { AgentOutcome, Connection, ConnectionRequest } from "@authkit-ui/contract";
import { useRef } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import type { ActionResult } from "./use-connections.ts";
import { type ConnectRequestState, useRequestFlow } from "./use-request-flow.ts";

/** Options of {@link useConnectRequest}. Callbacks are always the newest render's. */
export interface UseConnectRequestOptions {
  /**
   * Called with what the server has answered when a request that was pending is settled, here or
   * elsewhere: exactly once per mount, also under StrictMode. A request that the page already got
   * as settled is not reported. When the page passes a settled request as pending again, because the
   * provider has refused the account, it is open again and is reported again. After a reload, and in
   * each tab that shows the request, it is called again. Use `onOutcome` to continue the call, or let
   * your server do so by `agent.resolve(request.id)`; either way it runs once.
   */
  onSettled?: ((request: ConnectionRequest) => void) | undefined;
  /**
   * With it, the hook continues the call once the request is settled, and calls this with the
   * outcome, as often as `onSettled`. The call runs once, whoever continues it. When it waits for the
   * person again, because the provider has refused the account, the request is open again.
   * @default none: your own server continues the call
   */
  onOutcome?: ((outcome: AgentOutcome) => void) | undefined;
  /**
   * Called when an attempt to connect or an answer fails, and the request stays pending, or when a
   * settled request's call could not be continued.
   */
  onError?: ((error: ConnectError) => void) | undefined;
}

/**
 * What {@link useConnectRequest} returns. A callback is `null` while it does not apply, e.g. until
 * the request is read, or while a connect session is running.
 */
export interface UseConnectRequestResult {
  /** Where the request stands. */
  state: ConnectRequestState;
  /** As the server has answered it last; until then, as you gave it. */
  request: ConnectionRequest;
  /** The account that the call uses, once the request is connected and the accounts are read. */
  connection: Connection | null;
  /** Connects an account and answers with it. With the reasons `missing` and `choose`. */
  connect: (() => Promise<ConnectOutcome>) | null;
  /**
   * Reconnects one of `request.candidates`, which keeps its id, and answers with it. With the
   * reason `broken`.
   */
  reconnect: ((connectionId: string) => Promise<ConnectOutcome>) | null;
  /** Answers with one of `request.candidates`. With the reason `choose`. Never rejects. */
  choose: ((connectionId: string) => Promise<ActionResult>) | null;
  /** Answers that the person said no. Never rejects. */
  decline: (() => Promise<ActionResult>) | null;
  /** Does once more what failed last. `null` unless that can help. */
  retry: (() => Promise<void>) | null;
  /** Whether the server is continuing the call. Only with `onOutcome`. */
  isContinuing: boolean;
  /** Why the last read, attempt or answer failed, or why the call could not be continued. */
  error: ConnectError | null;
}

/**
 * Asks the person for the account that a call of an agent waits for. Reads the request from your
 * server when it mounts, when the window gets the focus, and when the person's accounts have
 * changed. It is settled only by what the server answers: no message in the page, and no connect
 * session alone, settles it.
 *
 * @param request As your server put it into the conversation. It may be old.
 * @param options Callbacks.
 *
 * @example
 * const { state, request, connect, decline } = useConnectRequest(message.request, {
 *   onOutcome: (outcome) => replaceOutput(message, outcome),
 * });
 * <button disabled={!connect} onClick={() => connect?.()}>Connect {request.platform}</button>
 * <button disabled={!decline} onClick={() => decline?.()}>Not now</button>
 */
export function useConnectRequest(
  request: ConnectionRequest,
  options: UseConnectRequestOptions = {},
): UseConnectRequestResult {
  const root = useRef<Element>(null);
  const flow = useRequestFlow(request, options, root);
  const { state, failure } = flow;
  const { reason } = flow.request;
  // Without a first answer of the server, there is nothing to do but to read again.
  const isOpen = state === "pending" || (state === "error" && failure?.step !== "read");
  const isIdle = isOpen || state === "error" || failure?.step === "continue";
  const retry = isIdle ? failure?.retry : undefined;
  return {
    state,
    request: flow.request,
    connection: flow.connection,
    connect:
      isOpen && reason !== "broken"
        ? (event?: { currentTarget?: unknown }) =>
            flow.connect(undefined, { pressed: event?.currentTarget })
        : null,
    reconnect: isOpen && reason === "broken" ? (id) => flow.connect(id, {}) : null,
    choose: isOpen && reason === "choose" ? (id) => flow.answer({ connectionId: id }) : null,
    decline: isOpen || state === "waiting" ? () => flow.answer({ declined: true }) : null,
    retry: retry ? async () => void (await retry()) : null,
    isContinuing: flow.isContinuing,
    error: failure?.error ?? null,
  };
}
