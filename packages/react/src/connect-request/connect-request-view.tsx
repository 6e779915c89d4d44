"use client";

import type { ConnectionRequestReason, ConnectionState } from "@authkit-ui/contract";
import * as Slot from "radix-ui/slot";
import { type ReactNode, type Ref, useId } from "react";
import type { ConnectRequestState } from "../hooks/use-request-flow.ts";
import { connectRequestEnglish } from "../messages/connect-request-messages.ts";
import { useComponentMessages } from "../messages/use-component-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { StateLabel } from "../parts/state-label.tsx";
import { BusyLabel } from "../ui/busy-label.tsx";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";
import { Heading, type HeadingLevel } from "../ui/heading.tsx";
import { Logo } from "../ui/logo.tsx";
import type { RootProps } from "../ui/root-context.ts";
import { Spinner } from "../ui/spinner.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { WrappingName } from "../ui/wrapping-name.tsx";
import { AccountChoice, type AccountChoiceProps, type RequestAccount } from "./account-choice.tsx";

/** Classes of a product's own for the parts of `ConnectRequest`. */
export interface ConnectRequestClassNames {
  /** The whole card. */
  root?: string | undefined;
  /** The heading. */
  title?: string | undefined;
  /** What the call is for. */
  description?: string | undefined;
  /** The accounts to choose from or to reconnect. */
  accounts?: string | undefined;
  /** Each of these accounts. */
  account?: string | undefined;
  /** Why the last attempt failed, or what the card waits for. */
  message?: string | undefined;
  /** The line of buttons. */
  actions?: string | undefined;
  /** The line that a settled request becomes. */
  result?: string | undefined;
}

/** A button of the card. */
export interface RequestAction {
  key: string;
  label: string;
  /** Accessible name. It contains the label. */
  accessibleName?: string | undefined;
  variant: "solid" | "outline" | "ghost";
  isRunning: boolean;
  /** `null` while the button does nothing. */
  onPress: (() => void) | null;
}

/** A broken account of the card. */
export interface BrokenAccount extends RequestAccount {
  state: ConnectionState;
  /** Why it is broken, or why the viewer may not reconnect it. */
  detail: string;
  /** Its own button, if several accounts are broken. */
  action?: RequestAction | undefined;
}

/** Props of {@link ConnectRequestView}. */
export interface ConnectRequestViewProps {
  state: ConnectRequestState;
  reason: ConnectionRequestReason;
  connector: { platform: string; name: string; image: string | null };
  /** @default the messages' title */
  title?: ReactNode | undefined;
  /** Below the title: what the call is for. */
  description?: ReactNode | undefined;
  /** @default 3 */
  headingLevel?: HeadingLevel | undefined;
  /** With `broken`. */
  broken?: readonly BrokenAccount[] | undefined;
  /** With `choose`. */
  choice?: Pick<AccountChoiceProps, "accounts" | "chosen" | "onChoose"> | undefined;
  /** What the person should know, e.g. why the card waits. */
  message?: { text: string; isError: boolean } | undefined;
  actions: readonly RequestAction[];
  /** Whether the call of a settled request is running. @default false */
  isContinuing?: boolean | undefined;
  /** Label of the account, once it is connected. */
  account?: string | undefined;
  classNames?: ConnectRequestClassNames | undefined;
  /** The heading, or the text that a settled request shows. */
  textRef?: Ref<HTMLElement> | undefined;
  /** The component's own ref and handlers for the root element. */
  internalProps?: RootProps | undefined;
  /** The product's props of the root element. */
  rootProps?: RootProps | undefined;
}

/** A request for an account as a card. Takes data and callbacks, and fetches nothing. */
export function ConnectRequestView(props: ConnectRequestViewProps) {
  const { state, connector, classNames: slots } = props;
  const { className, ...rootProps } = props.rootProps ?? {};
  const titleId = useId();
  const hasOwnName = rootProps["aria-labelledby"] ?? rootProps["aria-label"];
  const isSettled = state === "connected" || state === "declined" || state === "unavailable";
  return (
    <Slot.Root {...props.internalProps}>
      <section
        {...group}
        aria-labelledby={hasOwnName ? undefined : titleId}
        {...rootProps}
        className={classNames("ak ak-request", slots?.root, className)}
        data-state={state}
        data-reason={isSettled ? undefined : props.reason}
        aria-busy={state === "loading" || props.isContinuing || undefined}
      >
        <Logo
          {...connector}
          size={isSettled ? "sm" : undefined}
          isDimmed={state === "unavailable"}
        />
        {isSettled ? (
          <Result {...props} state={state} titleId={titleId} />
        ) : (
          <OpenRequest {...props} titleId={titleId} />
        )}
      </section>
    </Slot.Root>
  );
}

/** Not a region: those are landmarks, of which a conversation would have too many. */
const group = { role: "group" };

interface ResultProps extends ConnectRequestViewProps {
  state: "connected" | "declined" | "unavailable";
  titleId: string;
}

/** One quiet line: a conversation may have many of them. */
function Result(props: ResultProps) {
  const { state, connector, account, isContinuing = false, titleId, textRef } = props;
  const { message, actions, classNames: slots } = props;
  const { connection } = useMessages();
  const messages = useComponentMessages("connectRequest", connectRequestEnglish);
  const messageId = useId();
  const status =
    state === "connected" ? (
      <StateLabel state="operational">{connection.state.operational}</StateLabel>
    ) : (
      <span className="ak-request-status">{messages[state]}</span>
    );
  return (
    <>
      <p
        ref={textRef as Ref<HTMLParagraphElement>}
        id={titleId}
        className={classNames("ak-request-result", slots?.result)}
        tabIndex={-1}
      >
        <WrappingName text={account ?? connector.name} className="ak-request-name" />{" "}
        {isContinuing ? <Spinner /> : status}
      </p>
      {message && (
        <>
          <Message id={messageId} {...message} className={slots?.message} />
          <Actions actions={actions} describedBy={messageId} className={slots?.actions} />
        </>
      )}
    </>
  );
}

interface MessageProps {
  id: string;
  text: string;
  isError: boolean;
  className: string | undefined;
}

function Message({ id, text, isError, className }: MessageProps) {
  return (
    <p
      id={id}
      className={classNames("ak-request-message", className)}
      role={isError ? "alert" : undefined}
    >
      {text}
    </p>
  );
}

interface ActionsProps {
  actions: readonly RequestAction[];
  describedBy: string | undefined;
  className: string | undefined;
}

function Actions({ actions, describedBy, className }: ActionsProps) {
  return (
    <div className={classNames("ak-request-actions", className)}>
      {actions.map((action) => (
        <ActionButton key={action.key} action={action} describedBy={describedBy} />
      ))}
    </div>
  );
}

function OpenRequest(props: ConnectRequestViewProps & { titleId: string }) {
  const { state, reason, connector, description, titleId, headingLevel = 3, message } = props;
  const { classNames: slots, choice, broken = [], textRef } = props;
  const messages = useComponentMessages("connectRequest", connectRequestEnglish);
  const { title = messages.title(reason, connector.name) } = props;
  const messageId = useId();
  const isLoading = state === "loading";
  return (
    <>
      <div className="ak-request-text">
        <Heading
          ref={textRef as Ref<HTMLHeadingElement>}
          level={headingLevel}
          id={titleId}
          className={classNames("ak-request-title", slots?.title)}
        >
          {title}
        </Heading>
        {description && (
          <div className={classNames("ak-request-description", slots?.description)}>
            {description}
          </div>
        )}
      </div>
      {!isLoading && broken.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
        <ul className={classNames("ak-request-accounts", slots?.accounts)} role="list">
          {broken.map(({ id, label, detail, state: health, action }) => (
            <li
              key={id}
              className={classNames("ak-request-account", slots?.account)}
              data-state={health}
            >
              <div className="ak-request-account-text">
                <WrappingName text={label} className="ak-request-name" />
                <p className="ak-request-detail">{detail}</p>
              </div>
              {action && <ActionButton action={action} describedBy={message && messageId} />}
            </li>
          ))}
        </ul>
      )}
      {!isLoading && choice && (
        <AccountChoice
          {...choice}
          connector={connector}
          isDisabled={state === "waiting" || state === "connecting" || state === "saving"}
          classNames={slots}
        />
      )}
      {message && !isLoading && <Message id={messageId} {...message} className={slots?.message} />}
      {isLoading ? (
        <>
          <span role="status" className="ak-unseen" ref={visuallyHidden}>
            {messages.loading}
          </span>
          <div className="ak-request-actions" aria-hidden="true">
            <span className="ak-skeleton ak-request-skeleton" />
          </div>
        </>
      ) : (
        <Actions
          actions={props.actions}
          describedBy={message && messageId}
          className={slots?.actions}
        />
      )}
    </>
  );
}

interface ActionButtonProps {
  action: RequestAction;
  describedBy: string | undefined;
}

function ActionButton({ action, describedBy }: ActionButtonProps) {
  const { label, accessibleName = label, variant, isRunning, onPress } = action;
  return (
    <Button
      variant={variant}
      size="sm"
      aria-label={accessibleName === label && !isRunning ? undefined : accessibleName}
      aria-describedby={onPress ? undefined : describedBy}
      aria-busy={isRunning || undefined}
      aria-disabled={onPress === null || undefined}
      onClick={onPress ?? undefined}
    >
      <BusyLabel isBusy={isRunning}>{label}</BusyLabel>
    </Button>
  );
}
