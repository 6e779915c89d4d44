"use client";

import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { activeElementNear, isFocusLost } from "../ui/active-element.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { lock, x } from "../ui/icons.ts";
import { useRootContext } from "../ui/root-context.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { visuallyHiddenStyle } from "../ui/visually-hidden.ts";
import { ConnectNotice } from "./connect-notice.tsx";
import type { ConnectSession } from "./connect-session.ts";
import { ConnectStatus } from "./connect-status.tsx";
import {
  type ConnectPhase,
  isFrameDone,
  isFrameHidden,
  type SessionState,
} from "./session-state.ts";

/** Props of {@link ConnectDialog}. */
export interface ConnectDialogProps {
  session: ConnectSession;
  state: SessionState;
  /** The element that AuthKit's frame is inserted into. */
  frameParent: RefObject<HTMLDivElement | null>;
  onRetry: () => void;
}

/**
 * What AuthKit's frame needs even without a stylesheet: it is `position: fixed` by itself. As wide as
 * the dialog, which without a stylesheet is at least as wide as `inlineSize`.
 */
const bodyStyle = {
  position: "relative",
  inlineSize: "min(20rem, 80vw)",
  minInlineSize: "100%",
  maxInlineSize: "100%",
  blockSize: "min(31rem, 75dvh)",
} as const;
const frameStyle = { position: "absolute", inset: 0, contain: "layout" } as const;

/** The dialog around AuthKit's page: a title, the page's host, the status, and always Close. */
export function ConnectDialog(props: ConnectDialogProps) {
  const { session, state, frameParent } = props;
  const { root, providerElement } = useRootContext();
  const messages = useMessages("session");
  const { phase, connector, host, target } = state;
  const name = connector?.name ?? null;
  const titleId = useId();
  const closeButton = useRef<HTMLButtonElement>(null);
  const isWaiting = phase === "preparing" || phase === "opening" || phase === "saving";
  const isDone = isFrameDone(state);
  const isHidden = isFrameHidden(state);
  const isAlone = isDone || isHidden;
  // AuthKit's page shows its own title, so ours is only the dialog's accessible name.
  const hasTitle = isAlone || !state.isLoaded || phase === "preparing";
  useFocusInside(phase, isAlone, closeButton);
  // React 18 does not know `inert`.
  useLayoutEffect(() => {
    if (frameParent.current) frameParent.current.inert = isHidden;
  }, [frameParent, isHidden]);

  /** The element that Shift+Tab reaches from the start of the dialog. */
  function lastControl(): HTMLElement | null {
    const frame = frameParent.current?.querySelector("iframe");
    if (frame && !isAlone) return frame;
    const buttons = closeButton.current?.closest("dialog")?.querySelectorAll("button");
    return [...(buttons ?? [])].at(-1) ?? null;
  }
  const notice = <ConnectNotice state={state} onRetry={props.onRetry} />;
  return (
    <Dialog
      className="ak ak-connect-dialog"
      labelledBy={titleId}
      phase={phase}
      openedFrom={session.openedFrom}
      providerElement={providerElement}
      onClose={session.close}
      focusAfter={() => newRow(session, providerElement())}
      {...root}
    >
      <FocusGuard onFocus={() => lastControl()?.focus()} before={closeButton} />
      <div className="ak-connect-header">
        <div className="ak-connect-who" style={{ minInlineSize: 0 }}>
          <h2
            id={titleId}
            className="ak-connect-title"
            style={hasTitle ? undefined : visuallyHiddenStyle}
          >
            {target.reconnectId !== undefined && name !== null
              ? messages.reconnectTitle(name)
              : messages.title(name)}
          </h2>
          <p className="ak-connect-origin">
            <Icon path={lock} />
            <bdi>{host}</bdi>
          </p>
        </div>
        <button
          ref={closeButton}
          type="button"
          className="ak-icon-button"
          aria-label={messages.close}
          onClick={session.close}
        >
          <Icon path={x} size="lg" />
        </button>
        {isWaiting && <span className="ak-progress" />}
      </div>
      {!isAlone && notice}
      <div className="ak-connect-body" style={bodyStyle}>
        <ConnectStatus state={state} isBack={session.frameOptions()?.checkState !== undefined} />
        {isAlone && notice}
        <div
          ref={frameParent}
          className="ak-connect-frame"
          style={{
            ...frameStyle,
            ...(isDone && { display: "none" }),
            // Not `visibility`, which AuthKit sets on the frame itself.
            ...(isHidden && { opacity: 0 }),
          }}
        />
      </div>
      <FocusGuard onFocus={() => closeButton.current?.focus()} />
    </Dialog>
  );
}

interface FocusGuardProps {
  onFocus: () => void;
  /** The control after this guard: it gets the focus, unless somebody tabs backwards out of it. */
  before?: RefObject<HTMLElement | null> | undefined;
}

/**
 * Keeps the focus in the dialog. Pressing Tab at the end of a frame of another origin would leave the
 * page; this element receives that focus and passes it on.
 */
function FocusGuard({ onFocus, before }: FocusGuardProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nobody acts on it, it passes the focus on
    <span
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it never keeps the focus
      tabIndex={0}
      className="ak-focus-guard"
      onFocus={(event) => {
        if (before?.current && event.relatedTarget !== before.current) before.current.focus();
        else onFocus();
      }}
    />
  );
}

/** Keeps the focus in the dialog when what had it is hidden, or went with the last phase. */
function useFocusInside(
  phase: ConnectPhase,
  isAlone: boolean,
  closeButton: RefObject<HTMLElement | null>,
) {
  const latest = useLatestGetter(closeButton);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each phase has buttons of its own
  useEffect(() => {
    const button = latest().current;
    const isInFrame = activeElementNear(button)?.matches("iframe");
    if (button && (isFocusLost(button) || (isAlone && isInFrame))) button.focus();
  }, [phase, isAlone, latest]);
}

/** The list's new row, unless it is outside the host's layer that the opener is in. */
function newRow({ openedFrom, getState }: ConnectSession, providerElement: Element | null) {
  const connection = getState().connections.at(-1);
  if (!connection) return null;
  const present = [openedFrom.container, openedFrom.opener, providerElement].find(
    (element) => element?.isConnected,
  );
  const page = present?.getRootNode() as ParentNode | undefined;
  const rows = (openedFrom.hostModal ?? page)?.querySelectorAll<HTMLElement>(
    "[data-connection-id]",
  );
  const row = [...(rows ?? [])].find(({ dataset }) => dataset.connectionId === connection.id);
  // A popover without a role, as Headless UI's, would close itself as the focus leaves it.
  const popovers = page ? openedFrom.ancestors.filter((element) => isExpanded(element, page)) : [];
  return row && popovers.every((popover) => popover.contains(row)) ? row : null;
}

/** Whether a button says that it has opened the element. */
function isExpanded({ id }: Element, page: ParentNode): boolean {
  if (!id) return false;
  const buttons = page.querySelectorAll("[aria-expanded=true][aria-controls]");
  return [...buttons].some((button) => button.getAttribute("aria-controls") === id);
}
