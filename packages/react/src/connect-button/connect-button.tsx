"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { type ForwardedRef, forwardRef, type ReactNode, useRef, useState } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { loadChunk } from "../api/load-chunk.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnectionsQuery } from "../hooks/use-connections-query.ts";
import { useConnector } from "../hooks/use-connector.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { displayName } from "../messages/display-name.ts";
import { useChunkErrorText } from "../messages/use-chunk-error-text.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { lazyModule } from "../ui/lazy-module.ts";
import { useRootContext } from "../ui/root-context.ts";
import { useDisclosure } from "../ui/use-disclosure.ts";
import { usePreloadModule } from "../ui/use-preload-module.ts";
import { connectButtonState, isBusy } from "./connect-button-state.ts";
import { type ConnectButtonClassNames, ConnectButtonView } from "./connect-button-view.tsx";

/** Props of {@link ConnectButton}. */
export interface ConnectButtonProps {
  /** Pica's id of the platform, e.g. `gmail`. */
  platform: string;
  /** Whom connections belong to. @default the provider's */
  identityType?: IdentityType | undefined;
  /** Display name, until the catalog tells it. @default the platform's id in words */
  name?: string | undefined;
  /** 28, 36 or 44 px high. @default "md" */
  size?: "sm" | "md" | "lg" | undefined;
  /** How much it stands out. @default "solid" */
  variant?: "solid" | "outline" | "ghost" | undefined;
  /** Without it there are only words. @default true */
  showLogo?: boolean | undefined;
  /** What stops working when an account is disconnected, for the question that is asked before. */
  describeDisconnect?: ((connection: Connection) => ReactNode) | undefined;
  /** Stays readable and reachable, and does nothing. @default false */
  disabled?: boolean | undefined;
  /**
   * Give your own element the behaviour: the one child replaces the kit's button. Its handlers come
   * first, and keep the kit's from running by `preventDefault()`. The kit's state attributes win.
   * @default false
   */
  asChild?: boolean | undefined;
  /** With `asChild`, your button; it keeps its own words, and its ref. */
  children?: ReactNode | undefined;
  /** Once per account, after the server has verified and stored it; a renewed one too. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** After the server has removed it. */
  onDisconnected?: ((connection: Connection) => void) | undefined;
  /** An attempt failed; the button shows why by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Of the button, e.g. for a label of your own. */
  id?: string | undefined;
  /** Of the button. */
  className?: string | undefined;
  /** Of each part. */
  classNames?: ConnectButtonClassNames | undefined;
}

const accountsPart = lazyModule(() => loadChunk(() => import("./button-accounts.tsx")));

/**
 * One platform's whole life in one button: connect, on its way, connected (a menu of the accounts),
 * needs attention, failed. `data-state` on `.ak-connect` and on the button is `loading`, `idle`,
 * `preparing`, `open`, `saving`, `connected`, `needs-attention` or `error`.
 *
 * @example
 * <ConnectButton platform="gmail" onConnected={(connection) => startSync(connection.id)} />
 */
export const ConnectButton = forwardRef(function ConnectButton(
  props: ConnectButtonProps,
  forwardedRef: ForwardedRef<HTMLButtonElement>,
) {
  const { platform, disabled = false } = props;
  const { store, ...context } = useConnectContext();
  const { root: rootProps } = useRootContext();
  const identityType = props.identityType ?? context.identityType;
  const connector = useConnector(platform);
  const { status, connections, needsAttention } = useConnectionsQuery(identityType, platform);
  const { button: texts, connection } = useMessages();
  const session = useConnectSession();
  const preload = usePreload();
  const attempts = useConnectAttempt(props);
  const menu = useDisclosure(accountsPart);
  const unreachable = useChunkErrorText();
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLElement>(null);
  // A child that takes no ref still has a menu.
  const [anchor] = useState(() => ({
    get current() {
      return button.current ?? (root.current?.firstElementChild as HTMLElement | null);
    },
  }));

  const hasAccounts = connections.length > 0;
  usePreloadModule(accountsPart, hasAccounts);
  const accounts = accountsPart.now();

  // Accounts that are there already stay manageable.
  const unavailable = hasAccounts ? undefined : connector?.unavailable;
  const name = connector?.name ?? props.name ?? displayName(platform);
  // A failure is over once the accounts are others, however that came about.
  const subject = `${platform} ${connections.length} ${needsAttention.length}`;
  const failure = attempts.failure?.subject === subject ? attempts.failure : null;
  const isOurs = session?.platform === platform && session.identityType === identityType;
  const facts = {
    isLoading: status === "pending",
    hasFailed: failure !== null,
    accounts: connections.length,
    needAttention: needsAttention.length,
  };
  const state = connectButtonState({ ...facts, phase: isOurs ? session.phase : "idle" });
  const restState = connectButtonState({ ...facts, phase: "idle" });

  const connect = (reconnects?: string) =>
    void attempts.run(subject, () =>
      store.connect({ platform, identityType, reconnects }, {}, { container: root.current }),
    );
  function press() {
    if (disabled || unavailable !== undefined || state === "loading" || isBusy(state)) return;
    if (failure) return void failure.again();
    const [broken] = needsAttention;
    const isOnlyOne = connections.length === 1 && broken?.can.reconnect === true;
    if (hasAccounts && !isOnlyOne) menu.button.onClick();
    else connect(broken?.id);
  }

  const notice = failure?.notice(name);
  const error = menu.hasFailed ? unreachable : notice && `${notice.title}. ${notice.text}`;
  const text = error ?? unavailable;

  return (
    <ConnectButtonView
      {...props}
      state={state}
      restState={restState}
      name={name}
      image={connector?.image ?? null}
      accounts={connections.length}
      texts={texts}
      needsAttentionLabel={connection.state.failed}
      isDisabled={disabled || unavailable !== undefined}
      message={text === undefined ? undefined : { text, isError: text === error }}
      isMenuOpen={menu.part !== null}
      menu={
        accounts && (
          <accounts.ButtonAccounts
            key={`${store.key} ${identityType} ${status === "success"}`}
            {...props}
            name={name}
            identityType={identityType}
            connections={connections}
            anchor={anchor}
            container={root}
            isMenuOpen={menu.part !== null}
            onConnect={connector?.unavailable === undefined ? () => connect() : null}
            onReconnect={({ id }) => connect(id)}
            onMenuClose={menu.close}
          />
        )
      }
      rootRef={root}
      anchor={button}
      buttonRef={forwardedRef}
      onPointerDown={menu.button.onPointerDown}
      onClick={press}
      root={{ ...rootProps, ...preload }}
    />
  );
});
