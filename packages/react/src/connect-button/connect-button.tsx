"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import {
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
} from "react";
import { useAccountActionsChunk, useActionsMenu } from "../account-actions/use-account-actions.ts";
import type { ConnectError } from "../api/connect-error.ts";
import { useConnectAttempt } from "../hooks/use-connect-attempt.ts";
import { type ActiveConnectSession, useConnectSession } from "../hooks/use-connect-session.ts";
import { useConnectionsQuery } from "../hooks/use-connections-query.ts";
import { useConnector } from "../hooks/use-connector.ts";
import { usePreload } from "../hooks/use-preload.ts";
import { noticeText } from "../messages/failure-notice.ts";
import { displayName } from "../messages/names.ts";
import { useChunkErrorText } from "../messages/use-chunk-error-text.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import { isMousePress } from "../session/session-prefetch.ts";
import type { SessionTarget } from "../session/session-state.ts";
import { activeElementNear } from "../ui/active-element.ts";
import { useRootContext } from "../ui/root-context.ts";
import { useKeyedState } from "../ui/use-keyed-state.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { connectButtonState, isBusy } from "./connect-button-state.ts";
import {
  type ConnectButtonClassNames,
  type ConnectButtonElementProps,
  ConnectButtonView,
} from "./connect-button-view.tsx";

/** Props of {@link ConnectButton}. Others, e.g. `data-*` and `aria-*`, are the button's too. */
export interface ConnectButtonProps {
  /** Pica's id of the platform, e.g. `gmail`. */
  platform: string;
  /**
   * Whom connections belong to.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
  /**
   * The connector's display name, until the catalog is read.
   * @default the platform's id in words
   */
  name?: string | undefined;
  /**
   * 28, 36 or 44 px high.
   * @default "md"
   */
  size?: "sm" | "md" | "lg" | undefined;
  /**
   * How much the button stands out.
   * @default "solid"
   */
  variant?: "solid" | "outline" | "ghost" | undefined;
  /**
   * Whether the connector's logo is shown.
   * @default true
   */
  showLogo?: boolean | undefined;
  /** What stops working when an account is disconnected, for the question that is asked before. */
  describeDisconnect?: ((connection: Connection) => ReactNode) | undefined;
  /**
   * A disabled button can still be reached and read, and does nothing.
   * @default false
   */
  disabled?: boolean | undefined;
  /**
   * Gives the button's behaviour to your own element: the one child replaces the kit's button. Its
   * handlers run first, and keep the kit's from running by `preventDefault()`. The kit's state
   * attributes win.
   * @default false
   */
  asChild?: boolean | undefined;
  /** With `asChild`, your button. It keeps its words and its ref. */
  children?: ReactNode | undefined;
  /** Called once per account after the server has verified and stored it, also for a reconnect. */
  onConnected?: ((connection: Connection) => void) | undefined;
  /** Called after the server has removed an account. */
  onDisconnected?: ((connection: Connection) => void) | undefined;
  /** Called when an attempt fails. The button shows the reason by itself. */
  onError?: ((error: ConnectError) => void) | undefined;
  /** Id of the button, e.g. for a label of your own. */
  id?: string | undefined;
  /** Class of the button. */
  className?: string | undefined;
  /** Style of the button. */
  style?: CSSProperties | undefined;
  /** Classes of each part. */
  classNames?: ConnectButtonClassNames | undefined;
}

/** Milliseconds for which a press waits for the accounts. Then it connects. */
const earlyPressWait = 2_000;

/**
 * Connects one platform, and manages its accounts. `data-state` on `.ak-connect` and on the button is
 * `loading`, `idle`, `preparing`, `open`, `saving`, `connected` (a press opens a menu of the
 * accounts), `needs-attention` or `error`.
 *
 * @example
 * <ConnectButton platform="gmail" onConnected={(connection) => startSync(connection.id)} />
 */
export const ConnectButton = forwardRef(function ConnectButton(
  props: ConnectButtonProps,
  ref: ForwardedRef<HTMLButtonElement>,
) {
  const {
    platform,
    identityType: ownIdentityType,
    name: ownName,
    size,
    variant,
    showLogo,
    describeDisconnect,
    disabled = false,
    asChild,
    children,
    onConnected,
    onDisconnected,
    onError,
    classNames,
    ...elementProps
  } = props;
  const { store, ...context } = useConnectContext();
  const { root: themeAttributes } = useRootContext();
  const identityType = ownIdentityType ?? context.identityType;
  const connector = useConnector(platform);
  const { status, connections, attentionConnections } = useConnectionsQuery(identityType, platform);
  const session = useConnectSession();
  const preload = usePreload();
  const chunkErrorText = useChunkErrorText();
  const root = useRef<HTMLSpanElement>(null);
  const menu = useActionsMenu();
  // A press while the accounts are loading, and what had the focus then.
  const [earlyPress, setEarlyPress] = useKeyedState<{ focused: Element | null } | null>(
    `${store.key} ${identityType} ${platform}`,
    null,
  );

  const hasAccounts = connections.length > 0;
  const actions = useAccountActionsChunk(hasAccounts);

  // A platform that has become unavailable keeps its accounts, which can still be managed.
  const unavailable = hasAccounts ? undefined : connector?.unavailable;
  const name = connector?.name ?? ownName ?? displayName(platform);
  // A failure is cleared when the accounts change, e.g. because one was connected elsewhere.
  const attemptKey = `${platform} ${connections.length} ${attentionConnections.length}`;
  const hasSameTarget = (target: SessionTarget | ActiveConnectSession | null) =>
    target?.platform === platform && target.identityType === identityType;
  const attempt = useConnectAttempt({
    identityType: ownIdentityType,
    onConnected,
    onError,
    root,
    attemptKeyOf: (target) => (hasSameTarget(target) ? attemptKey : null),
  });
  const failure = attempt.failure?.attemptKey === attemptKey ? attempt.failure : null;
  const facts = {
    isLoading: status === "pending",
    hasFailed: failure !== null,
    accountCount: connections.length,
    attentionCount: attentionConnections.length,
  };
  const state = connectButtonState({
    ...facts,
    phase: session && hasSameTarget(session) ? session.phase : earlyPress ? "preparing" : "idle",
  });
  const restState = connectButtonState({ ...facts, phase: "idle" });

  const connect = (reconnectId?: string) =>
    void attempt.run(attemptKey, () =>
      store.connect({ platform, identityType, reconnectId }, {}, { container: root.current }),
    );
  const isDisabled = disabled || unavailable !== undefined;
  const [broken] = attentionConnections;
  const reconnectsDirectly = connections.length === 1 && broken?.can.reconnect === true;
  const opensMenu = hasAccounts && !reconnectsDirectly;
  function act(openMenu: () => void) {
    if (failure) return void failure.retry();
    if (opensMenu) openMenu();
    else connect(broken?.id);
  }
  function prefetchSession() {
    if (isDisabled || isBusy(state) || state === "loading" || failure || opensMenu) return;
    store.prefetchSession({ platform, identityType, reconnectId: broken?.id });
  }
  function press(event: MouseEvent<HTMLElement>) {
    if (isDisabled || isBusy(state)) return;
    if (state !== "loading") return act(() => menu.buttonProps.onClick(event));
    const focused = activeElementNear(root.current);
    setEarlyPress(() => ({ focused }));
  }
  function actOnEarlyPress() {
    setEarlyPress(() => null);
    // People who have moved on meanwhile, e.g. to type, keep their focus.
    const hasMovedOn = activeElementNear(root.current) !== earlyPress?.focused;
    if (!hasMovedOn && !isDisabled) act(menu.open);
  }
  useEffect(() => {
    if (earlyPress && !facts.isLoading) actOnEarlyPress();
  });
  // Unlike the button, the dialog says that it takes longer, and can be closed.
  const latestActOnEarlyPress = useLatestGetter(actOnEarlyPress);
  useEffect(() => {
    if (!earlyPress) return;
    const timer = setTimeout(() => latestActOnEarlyPress()(), earlyPressWait);
    return () => clearTimeout(timer);
  }, [earlyPress, latestActOnEarlyPress]);

  const notice = failure?.notice(name);
  const error = menu.hasFailed ? chunkErrorText : notice && noticeText(notice);
  const text = error ?? unavailable;
  // What a product's own trigger around the button adds, e.g. that of a tooltip.
  const handlers: ConnectButtonElementProps = elementProps;

  return (
    <ConnectButtonView
      state={state}
      restState={restState}
      connector={{ platform, name, image: connector?.image ?? null }}
      accountCount={connections.length}
      size={size}
      variant={variant}
      showLogo={showLogo}
      isDisabled={isDisabled}
      canRetry={failure?.canRetry}
      message={text === undefined ? undefined : { text, isError: text === error }}
      child={asChild ? { element: children } : undefined}
      menu={
        actions && (
          <actions.ButtonAccountActions
            key={`${store.key} ${identityType} ${status === "success"}`}
            connectorName={name}
            identityType={identityType}
            connections={connections}
            anchor={menu.button}
            container={root}
            isMenuOpen={menu.isOpen}
            onMenuClose={menu.close}
            onConnect={connector?.unavailable === undefined ? () => connect() : null}
            onReconnect={({ id }) => connect(id)}
            describeDisconnect={describeDisconnect}
            onDisconnected={onDisconnected}
          />
        )
      }
      classNames={classNames}
      internalProps={{ ...themeAttributes, ...preload, ref: root }}
      buttonProps={{
        ...elementProps,
        ref,
        "aria-busy": menu.buttonProps["aria-busy"],
        "aria-expanded": menu.buttonProps["aria-expanded"],
        onPointerDown(event: PointerEvent<HTMLButtonElement>) {
          handlers.onPointerDown?.(event);
          menu.buttonProps.onPointerDown();
          if (isMousePress(event)) prefetchSession();
        },
        onClick(event: MouseEvent<HTMLButtonElement>) {
          handlers.onClick?.(event);
          if (!event.defaultPrevented) press(event);
        },
      }}
      anchor={menu.button}
    />
  );
});
