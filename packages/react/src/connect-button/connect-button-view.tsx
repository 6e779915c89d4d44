"use client";

import * as Slot from "radix-ui/slot";
import {
  type ButtonHTMLAttributes,
  type HTMLAttributes,
  type ReactNode,
  type Ref,
  type RefObject,
  useId,
} from "react";
import type { ButtonMessages } from "../messages/button-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { chevronDown, circleAlert, circleCheck, triangleAlert } from "../ui/icons.ts";
import { Logo } from "../ui/logo.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { StableLabel } from "../ui/stable-label.tsx";
import { AsChild } from "./as-child.tsx";
import { type ConnectButtonState, isBusy } from "./connect-button-state.ts";

/** Classes of a product's own for the parts of `ConnectButton`. */
export interface ConnectButtonClassNames {
  /** The element around the button and its message. */
  root?: string | undefined;
  /** The button. */
  button?: string | undefined;
  /** The connector's logo. */
  logo?: string | undefined;
  /** The button's text. */
  label?: string | undefined;
  /** The sentence below the button, e.g. in the state `error`. */
  message?: string | undefined;
}

/** Props of {@link ConnectButtonView}. */
export interface ConnectButtonViewProps {
  state: ConnectButtonState;
  /** What the state would be without the running session. Its label keeps the button's width. */
  restState: ConnectButtonState;
  connector: { platform: string; name: string; image: string | null };
  /** How many accounts are connected. */
  accountCount: number;
  /** @default "md" */
  size?: "sm" | "md" | "lg" | undefined;
  /** @default "solid" */
  variant?: "solid" | "outline" | "ghost" | undefined;
  /** @default true */
  showLogo?: boolean | undefined;
  isDisabled: boolean;
  /**
   * In the state `error`, whether another attempt could succeed.
   * @default true
   */
  canRetry?: boolean | undefined;
  /** Why the last attempt failed, or why the button cannot be pressed. */
  message?: { text: string; isError: boolean } | undefined;
  /** The one element that replaces the kit's button; absent without `asChild`. */
  child?: { element: ReactNode } | undefined;
  menu?: ReactNode | undefined;
  classNames?: ConnectButtonClassNames | undefined;
  /** Props of the element around the button and its message. */
  internalProps?:
    | (HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLSpanElement> | undefined })
    | undefined;
  /** Props of the button. */
  buttonProps?: ConnectButtonElementProps | undefined;
  /** Gets the button's element, beside the product's own ref. */
  anchor: RefObject<HTMLElement | null>;
}

/** Props of the button's element: the product's own, and the handlers of the container. */
export type ConnectButtonElementProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  ref?: Ref<HTMLButtonElement> | undefined;
};

const isPlural = (state: ConnectButtonState, accountCount: number) =>
  state === "needs-attention" && accountCount > 1;

function labelOf(
  state: ConnectButtonState,
  messages: ButtonMessages,
  needsAttention: string,
  { connector: { name }, accountCount, canRetry = true }: ConnectButtonViewProps,
): string {
  switch (state) {
    case "open":
      return messages.connecting;
    case "saving":
      return messages.saving;
    case "connected":
      return messages.connected(accountCount);
    case "needs-attention":
      return isPlural(state, accountCount) ? needsAttention : messages.reconnect(name);
    case "error":
      return canRetry ? messages.tryAgain : messages.connect(name);
    default:
      return messages.connect(name);
  }
}

/** One platform's button in one state. It takes data and callbacks, and fetches nothing. */
export function ConnectButtonView(props: ConnectButtonViewProps) {
  const { state, restState, canRetry = true, message, accountCount, anchor } = props;
  const { classNames: slots } = props;
  const { platform, name, image } = props.connector;
  const { ref, id, className, ...buttonProps } = props.buttonProps ?? {};
  const { button: messages, connection } = useMessages();
  const messageId = useId();
  const isSessionRunning = isBusy(state);
  const isWaiting = isSessionRunning || state === "loading";
  const label = labelOf(state, messages, connection.state.failed, props);
  const restLabel = labelOf(restState, messages, connection.state.failed, props);
  const showsProgress = state === "open" || state === "saving";
  const hasMenu = restState === "connected" || isPlural(restState, accountCount);

  // The accessible name goes on starting with the label that the button has at rest.
  const accessibleName = (() => {
    if (isSessionRunning) return showsProgress ? `${restLabel}: ${label}` : restLabel;
    if (state === "error" && canRetry) return messages.tryConnectingAgain(name);
    if (!hasMenu) return undefined;
    // The label has the number already.
    if (restState === "connected" && accountCount > 1) return `${restLabel}, ${name}`;
    return `${restLabel}, ${messages.accounts(accountCount, name)}`;
  })();

  const attributes = {
    id,
    "data-state": state,
    "aria-busy": isWaiting || buttonProps["aria-busy"] || undefined,
    // A press while the accounts are loading is kept until they are there.
    "aria-disabled": isSessionRunning || props.isDisabled || undefined,
    "aria-haspopup": hasMenu ? ("menu" as const) : undefined,
    "aria-expanded": hasMenu ? buttonProps["aria-expanded"] : undefined,
  };
  const describedBy =
    classNames(buttonProps["aria-describedby"], message && messageId) || undefined;
  const ownClass = classNames(className, slots?.button);
  const { className: rootClass, ...internalProps } = props.internalProps ?? {};

  return (
    <span
      {...internalProps}
      className={classNames("ak ak-connect", rootClass, slots?.root)}
      data-state={state}
    >
      {props.child ? (
        <AsChild
          ref={ref as Ref<HTMLElement>}
          anchor={anchor}
          owner={`<ConnectButton platform="${platform}" asChild>`}
          attributes={attributes}
          buttonProps={{ ...buttonProps, className: ownClass, "aria-describedby": describedBy }}
        >
          {props.child.element}
        </AsChild>
      ) : (
        <Slot.Root ref={anchor}>
          <button
            ref={ref}
            type="button"
            aria-label={accessibleName}
            {...buttonProps}
            {...attributes}
            aria-describedby={describedBy}
            className={classNames("ak-button ak-connect-button", ownClass)}
            data-variant={props.variant ?? "solid"}
            data-size={props.size ?? "md"}
          >
            {isSessionRunning ? (
              <span className="ak-slot">
                <Spinner />
              </span>
            ) : (
              (props.showLogo ?? true) && (
                <Logo platform={platform} name={name} image={image} className={slots?.logo} />
              )
            )}
            {state === "connected" && <Icon path={circleCheck} className="ak-state-icon" />}
            {state === "needs-attention" && <Icon path={triangleAlert} className="ak-state-icon" />}
            {showsProgress ? (
              <StableLabel labels={[restLabel]}>{label}</StableLabel>
            ) : (
              <span className={classNames("ak-label", slots?.label)}>
                {isSessionRunning ? restLabel : label}
              </span>
            )}
            {hasMenu && !isSessionRunning && <Icon path={chevronDown} className="ak-chevron" />}
          </button>
        </Slot.Root>
      )}
      {props.menu}
      {message && (
        <p
          id={messageId}
          className={classNames("ak-connect-message", slots?.message)}
          data-tone={message.isError ? "danger" : undefined}
          role={message.isError ? "alert" : undefined}
        >
          {message.isError && <Icon path={circleAlert} />}
          <span className="ak-connect-message-text">{message.text}</span>
        </p>
      )}
    </span>
  );
}
