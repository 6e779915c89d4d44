"use client";

import type { AgentOutcome, ConnectionRequest } from "@authkit-ui/contract";
import {
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  type ReactNode,
  type Ref,
  useEffect,
  useRef,
  useState,
} from "react";
import { ConnectError } from "../api/connect-error.ts";
import { accountLabel } from "../data/account-label.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnector } from "../hooks/use-connector.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { type RequestFailure, useRequestFlow } from "../hooks/use-request-flow.ts";
import { connectRequestEnglish } from "../messages/connect-request-messages.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { accountName, displayName } from "../messages/names.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useFailureNotice } from "../messages/use-failure-notice.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { useRootContext } from "../ui/root-context.ts";
import {
  type ConnectRequestClassNames,
  ConnectRequestView,
  type RequestAction,
} from "./connect-request-view.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";

/** Props of {@link ConnectRequest}. Others, e.g. `data-*` and `aria-*`, are the root element's too. */
export interface ConnectRequestProps {
  /** As your server put it into the conversation. It may be old: the card asks your server. */
  request: ConnectionRequest;
  /**
   * What the call is for, e.g. the action's title in your words.
   * @default nothing
   */
  description?: ReactNode | undefined;
  /**
   * Heading of the card.
   * @default e.g. "Connect Gmail to continue"
   */
  title?: ReactNode | undefined;
  /**
   * Level of the title in the page's outline.
   * @default 3
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /**
   * Called with what the server has answered when a request that was pending is settled, here or
   * elsewhere: exactly once per mount, also under StrictMode. A request that is already settled in
   * the prop is not reported. When the page passes a settled request as pending again, because the
   * provider has refused the account, it is open again and is reported again. After a reload, and in
   * each tab that shows the request, it is called again. Use `onOutcome` to continue the call, or let
   * your server do so by `agent.resolve(request.id)`; either way it runs once.
   */
  onSettled?: ((request: ConnectionRequest) => void) | undefined;
  /**
   * With it, the card continues the call once the request is settled, and calls this with the
   * outcome, as often as `onSettled`. The call runs once, whoever continues it. When it waits for the
   * person again, because the provider has refused the account, the card asks again.
   * @default none: your own server continues the call
   */
  onOutcome?: ((outcome: AgentOutcome) => void) | undefined;
  /**
   * Called when an attempt to connect or an answer fails, and the request stays pending, or when a
   * settled request's call could not be continued. The card shows the reason by itself.
   */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Id of the root element. */
  id?: string | undefined;
  /** Class of the root element. */
  className?: string | undefined;
  /** Style of the root element. */
  style?: CSSProperties | undefined;
  /** Classes of each part. */
  classNames?: ConnectRequestClassNames | undefined;
}

/**
 * Asks the person, in a conversation, for the account that a call of an agent waits for: connects
 * one, reconnects a broken one, lets them choose between several, or takes a no. The card shows
 * what your server says of the request, and is settled only by what your server answers. While it
 * connects, the page's other cards for the same platform wait.
 *
 * `data-state` is `loading`, `pending`, `connecting`, `waiting`, `saving` or `error`, and once the
 * request is settled `connected`, `declined` or `unavailable`.
 *
 * @example
 * <ConnectRequest
 *   request={part.output.request}
 *   description="Send a note to Ann"
 *   onOutcome={(outcome) => replaceOutput(part, outcome)}
 * />
 */
export const ConnectRequest = forwardRef(function ConnectRequest(
  props: ConnectRequestProps,
  ref: ForwardedRef<HTMLElement>,
) {
  const { store } = useConnectContext();
  // Another request, or another viewer, starts with a new card.
  return <Card key={`${store.key} ${props.request.id}`} {...props} cardRef={ref} />;
});

/**
 * Whether the button that reconnects this account shows the failure. Without an id, it is the button
 * that connects a new account.
 */
function isFailureOf(
  connectionId: string | undefined,
  failure: RequestFailure,
  candidates: string[],
): boolean {
  if (failure.step === "connect") return failure.connectionId === connectionId;
  // An answer without an account is a "Not now".
  if (failure.step === "read" || failure.connectionId === undefined) return false;
  return connectionId === undefined && !candidates.some((id) => id === failure.connectionId);
}

function Card(props: ConnectRequestProps & { cardRef: Ref<HTMLElement> }) {
  const {
    request: given,
    description,
    title,
    headingLevel,
    onSettled,
    onOutcome,
    onError,
    classNames,
    cardRef,
    ...elementProps
  } = props;
  const { root: themeAttributes, announce } = useRootContext();
  const { locale } = useMessagesContext();
  const { button, list, connection: connectionMessages } = useMessages();
  const messages = useComponentMessages("connectRequest", connectRequestEnglish);
  const failureNotice = useFailureNotice();
  const preload = usePreload();
  const root = useRef<HTMLElement>(null);
  const isSessionRunning = useConnectSession() !== null;
  const [chosen, setChosen] = useState<string | null>(null);

  const flow = useRequestFlow(given, { onSettled, onOutcome, onError }, root);
  const { state, request, connection, failure, pendingAction } = flow;
  const { platform, reason, candidates } = request;
  const connector = useConnector(platform);
  const name = displayName(platform, connector);
  const account = connection ? accountName(connection, name) : undefined;
  const focus = useKeptFocus(root, { isConnecting: state === "connecting", isSessionRunning });

  // Only what the person has seen pending is announced, not each old card of a reloaded page.
  const wasOpen = useRef(false);
  const isRead = state !== "loading" && failure?.step !== "read";
  const outcome = ((): string | null => {
    if (state === "connected") return messages.continuing(account ?? name);
    if (state === "declined" || state === "unavailable") return `${name}: ${messages[state]}`;
    return null;
  })();
  useEffect(() => {
    if (outcome !== null && wasOpen.current) announce(outcome);
    wasOpen.current = outcome === null && isRead;
  }, [announce, outcome, isRead]);

  const ids = candidates.map(({ id }) => id);
  const labelOf = (id: string) => {
    const candidate = candidates.find((one) => one.id === id);
    return candidate ? accountLabel(candidate, name, candidates, locale) : "";
  };
  const isBusy = state === "connecting" || state === "saving";
  const isIdle = state === "pending" || state === "error";
  const retry = isIdle ? failure?.retry : undefined;

  /**
   * A button that reconnects an account, or connects a new one without an id, or tries again after
   * that has failed.
   */
  function connectAction(
    id: string | undefined,
    texts: { label: string; accessibleName: string; again: string },
    variant: RequestAction["variant"],
  ): RequestAction {
    const isAgain = failure !== null && isFailureOf(id, failure, ids) && retry != null;
    const isPending =
      pendingAction !== null &&
      pendingAction.type !== "decline" &&
      pendingAction.connectionId === id;
    const press = () => void (isAgain ? retry() : flow.connect(id, { container: root.current }));
    return {
      key: id ?? "connect",
      label: isAgain ? button.tryAgain : texts.label,
      accessibleName: isAgain ? texts.again : texts.accessibleName,
      variant,
      isRunning: isBusy && isPending,
      onPress: isIdle ? press : null,
    };
  }
  const connectNew = (label: string, variant: RequestAction["variant"]) =>
    connectAction(
      undefined,
      { label, accessibleName: label, again: button.tryConnectingAgain(name) },
      variant,
    );
  const reconnect = (id: string) =>
    connectAction(
      id,
      {
        label: list.reconnect,
        accessibleName: list.reconnectAccount(labelOf(id)),
        again: `${button.tryAgain}: ${labelOf(id)}`,
      },
      "solid",
    );
  const decline: RequestAction = {
    key: "decline",
    label: messages.notNow,
    variant: "ghost",
    isRunning: state === "saving" && pendingAction?.type === "decline",
    onPress: isIdle || state === "waiting" ? () => void flow.answer({ declined: true }) : null,
  };

  // Without a border, its text would not start on the card's edge.
  const onlyDecline: RequestAction = { ...decline, variant: "outline" };

  const mendable = candidates.filter(({ can }) => can.reconnect === true);
  const [only] = mendable;
  const choice = chosen !== null && ids.includes(chosen) ? chosen : null;
  const actions = ((): RequestAction[] => {
    if (failure?.step === "read" || failure?.step === "continue") {
      const { step: key, retry } = failure;
      const label = button.tryAgain;
      const onPress = () => void retry?.();
      return [{ key, label, variant: "outline", isRunning: false, onPress }];
    }
    if (reason === "missing")
      return connector?.unavailable === undefined
        ? [connectNew(button.connect(name), "solid"), decline]
        : [onlyDecline];
    if (reason === "broken")
      return candidates.length === 1 && only ? [reconnect(only.id), decline] : [onlyDecline];
    const use: RequestAction = {
      key: "use",
      label: messages.useAccount,
      variant: "solid",
      isRunning:
        state === "saving" &&
        pendingAction?.type === "answer" &&
        pendingAction.connectionId === choice,
      onPress: isIdle && choice !== null ? () => void flow.answer({ connectionId: choice }) : null,
    };
    const another =
      connector?.unavailable === undefined ? [connectNew(messages.connectAnother, "outline")] : [];
    return [use, ...another, decline];
  })();

  const message = (() => {
    if (isBusy) return undefined;
    if (state === "waiting") return { text: messages.waiting(name), isError: false };
    if (failure) {
      const { error, step, isAccountRefused } = failure;
      // What a session does not find is the account. Here it is the request.
      const isRequestMissing = step !== "connect" && error.code === "not_found";
      const notice = failureNotice(
        isRequestMissing ? new ConnectError("internal", error.message, { cause: error }) : error,
        { name },
      );
      if (step === "read" || step === "connect") return { text: noticeText(notice), isError: true };
      const text = step === "continue" ? messages.notContinued : messages.notAnswered;
      const refusal = isAccountRefused ? messages.refused : { title: notice.title, text };
      return { text: noticeText(refusal), isError: true };
    }
    if (reason === "missing" && connector?.unavailable !== undefined)
      return { text: connector.unavailable, isError: false };
    return undefined;
  })();

  return (
    <ConnectRequestView
      state={state}
      reason={reason}
      connector={{ platform, name, image: connector?.image ?? null }}
      title={title}
      description={description}
      headingLevel={headingLevel}
      broken={
        reason === "broken" && failure?.step !== "read"
          ? candidates.map((candidate) => ({
              id: candidate.id,
              label: labelOf(candidate.id),
              state: candidate.state,
              detail:
                candidate.can.reconnect === true
                  ? connectionMessages.detail(candidate.state, name)
                  : candidate.can.reconnect.reason,
              action:
                candidates.length > 1 && candidate.can.reconnect === true
                  ? { ...reconnect(candidate.id), variant: "outline" as const }
                  : undefined,
            }))
          : undefined
      }
      choice={
        reason === "choose" && failure?.step !== "read"
          ? {
              accounts: ids.map((id) => ({ id, label: labelOf(id) })),
              chosen: choice,
              onChoose: setChosen,
            }
          : undefined
      }
      message={message}
      actions={actions}
      isContinuing={flow.isContinuing}
      account={account}
      classNames={classNames}
      textRef={focus.text}
      internalProps={{
        ...preload,
        ref: root,
        onFocus(event) {
          preload.onFocus(event);
          focus.onFocus(event);
        },
        onBlur: focus.onBlur,
      }}
      rootProps={{ ...themeAttributes, ...elementProps, ref: cardRef }}
    />
  );
}
