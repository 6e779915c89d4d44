"use client";

import * as Slot from "radix-ui/slot";
import { type ReactNode, type Ref, type RefObject, useId } from "react";
import type { ButtonLabels } from "../messages/button-messages.ts";
import { classNames } from "../ui/class-names.ts";
import { Icon } from "../ui/icon.tsx";
import { down, ok, stop, warn } from "../ui/icons.ts";
import { Logo } from "../ui/logo.tsx";
import { Spinner } from "../ui/spinner.tsx";
import { StableLabel } from "../ui/stable-label.tsx";
import { AsChild } from "./as-child.tsx";
import { type ConnectButtonState, isBusy } from "./connect-button-state.ts";

/** Classes of a product's own for the parts of `ConnectButton`. */
export interface ConnectButtonClassNames {
  /** Around button, menu and message. */
  root?: string | undefined;
  button?: string | undefined;
  logo?: string | undefined;
  label?: string | undefined;
  /** The sentence below, in the state `error`. */
  message?: string | undefined;
}

/** Props of {@link ConnectButtonView}. */
export interface ConnectButtonViewProps {
  state: ConnectButtonState;
  /** What the state would be without the running session: its label holds the width. */
  restState: ConnectButtonState;
  platform: string;
  /** Connector's display name. */
  name: string;
  image: string | null;
  accounts: number;
  texts: ButtonLabels;
  needsAttentionLabel: string;
  /** @default "md" */
  size?: "sm" | "md" | "lg" | undefined;
  /** @default "solid" */
  variant?: "solid" | "outline" | "ghost" | undefined;
  /** @default true */
  showLogo?: boolean | undefined;
  isDisabled: boolean;
  /** Below the button: why it failed, or why it cannot be pressed. */
  message?: { text: string; isError: boolean } | undefined;
  /** The one child gets the behaviour in place of the kit's button. */
  asChild?: boolean | undefined;
  children?: ReactNode | undefined;
  isMenuOpen: boolean;
  menu?: ReactNode | undefined;
  rootRef?: Ref<HTMLSpanElement> | undefined;
  /** Gets the button, the kit's or the product's. */
  anchor: RefObject<HTMLElement | null>;
  /** The product's ref to the same element. */
  buttonRef?: Ref<HTMLButtonElement> | undefined;
  onPointerDown: () => void;
  onClick: () => void;
  id?: string | undefined;
  className?: string | undefined;
  classNames?: ConnectButtonClassNames | undefined;
  root: object;
}

function labelOf(state: ConnectButtonState, props: ConnectButtonViewProps): string {
  const { texts, name, accounts } = props;
  switch (state) {
    case "open":
      return texts.connecting;
    case "saving":
      return texts.saving;
    case "connected":
      return texts.connected(accounts);
    case "needs-attention":
      return accounts > 1 ? props.needsAttentionLabel : texts.reconnect(name);
    case "error":
      return texts.tryAgain;
    default:
      return texts.connect(name);
  }
}

/** One platform's button in one state; takes data and callbacks, fetches nothing. */
export function ConnectButtonView(props: ConnectButtonViewProps) {
  const { state, restState, platform, name, image, texts, message, accounts } = props;
  const messageId = useId();
  const busy = isBusy(state);
  const isWaiting = busy || state === "loading";
  const rest = labelOf(restState, props);
  const isHeld = state === "open" || state === "saving";
  const hasMenu = restState === "connected" || (restState === "needs-attention" && accounts > 1);
  const stateIcon = state === "connected" ? ok : state === "needs-attention" ? warn : null;
  // Goes on being called what it was, with what it says now.
  const spokenName = busy
    ? isHeld
      ? `${rest}: ${labelOf(state, props)}`
      : rest
    : state === "error"
      ? texts.tryConnectingAgain(name)
      : state === "connected" || (state === "needs-attention" && accounts > 1)
        ? `${rest}, ${texts.accounts(accounts, name)}`
        : undefined;

  const attributes = {
    id: props.id,
    "data-state": state,
    "aria-busy": isWaiting || undefined,
    "aria-disabled": isWaiting || props.isDisabled || undefined,
    "aria-haspopup": hasMenu ? ("menu" as const) : undefined,
    "aria-expanded": hasMenu ? props.isMenuOpen : undefined,
  };
  const describedBy = message ? messageId : undefined;
  const { onClick, onPointerDown } = props;
  const ownClass = classNames(props.className, props.classNames?.button);
  return (
    <span
      ref={props.rootRef}
      className={classNames("ak ak-connect", props.classNames?.root)}
      data-state={state}
      {...props.root}
    >
      {props.asChild ? (
        <AsChild
          ref={props.buttonRef as Ref<HTMLElement>}
          anchor={props.anchor}
          owner={`<ConnectButton platform="${platform}" asChild>`}
          attributes={attributes}
          className={ownClass}
          aria-describedby={describedBy}
          onPointerDown={onPointerDown}
          onClick={onClick}
        >
          {props.children}
        </AsChild>
      ) : (
        <Slot.Root ref={props.anchor}>
          <button
            ref={props.buttonRef}
            type="button"
            {...attributes}
            aria-describedby={describedBy}
            aria-label={spokenName}
            onPointerDown={onPointerDown}
            onClick={onClick}
            className={classNames("ak-button ak-connect-button", ownClass)}
            data-variant={props.variant ?? "solid"}
            data-size={props.size ?? "md"}
          >
            {busy ? (
              <span className="ak-slot">
                <Spinner />
              </span>
            ) : (
              (props.showLogo ?? true) && (
                <Logo
                  platform={platform}
                  name={name}
                  image={image}
                  className={props.classNames?.logo}
                />
              )
            )}
            {stateIcon && <Icon path={stateIcon} className="ak-state-icon" />}
            {isHeld ? (
              <StableLabel idle={rest}>{labelOf(state, props)}</StableLabel>
            ) : (
              <span className={classNames("ak-label", props.classNames?.label)}>
                {busy ? rest : labelOf(state, props)}
              </span>
            )}
            {hasMenu && !busy && <Icon path={down} className="ak-chevron" />}
          </button>
        </Slot.Root>
      )}
      {props.menu}
      {message && (
        <p
          id={messageId}
          className={classNames("ak-connect-message", props.classNames?.message)}
          data-tone={message.isError ? "danger" : undefined}
          role={message.isError ? "alert" : undefined}
        >
          {message.isError && <Icon path={stop} />}
          <span className="ak-connect-message-text">{message.text}</span>
        </p>
      )}
    </span>
  );
}
