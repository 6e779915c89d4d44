"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { ConnectError } from "../api/connect-error.ts";
import { ownerWindow } from "../ui/active-element.ts";
import type { AuthKitDriver, OpenedFrame } from "./adapters/authkit-adapter.ts";
import type { ConnectSession, FrameOptions } from "./connect-session.ts";
import { startMessageGuard } from "./message-guard.ts";

/** Props of {@link AuthKitFrame}. */
export interface AuthKitFrameProps {
  session: ConnectSession;
  authKit: AuthKitDriver;
  options: FrameOptions;
  connectorName: string | null;
  /** Where the frame shall stand. */
  frameParent: RefObject<HTMLElement | null>;
  /** Accessible name of the frame. */
  frameTitle: string;
  theme: "light" | "dark";
}

/**
 * The only caller of AuthKit. Opens its frame once, when it is mounted, takes it into the dialog,
 * and takes it away when it is unmounted. Mount another one, by `key`, for another frame.
 */
export function AuthKitFrame(props: AuthKitFrameProps) {
  const { session, authKit, options, frameParent, frameTitle } = props;
  const { useOpenFrame } = authKit;
  const open = useOpenFrame(
    {
      token: { url: options.tokenUrl, headers: { authorization: `Bearer ${options.ticket}` } },
      baseUrl: options.baseUrl,
      appTheme: props.theme,
      title: options.title,
      imageUrl: options.imageUrl,
      companyName: options.companyName,
      selectedConnection: props.connectorName ?? undefined,
      showNameInput: options.showNameInput,
    },
    session,
  );
  const takeDown = useRef<(() => void) | null>(null);
  const isMounted = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what AuthKit was opened with stays
  useLayoutEffect(() => {
    isMounted.current = true;
    takeDown.current ??= openFrame();
    return () => {
      isMounted.current = false;
      // StrictMode unmounts and mounts again at once; the frame survives that.
      queueMicrotask(() => {
        if (isMounted.current) return;
        takeDown.current?.();
        takeDown.current = null;
      });
    };
  }, []);

  function openFrame(): () => void {
    const listeners = new AbortController();
    const { signal } = listeners;
    const page = frameParent.current?.ownerDocument ?? document;
    page.addEventListener("securitypolicyviolation", onViolation, { signal });
    let frame: OpenedFrame | null = null;
    // Before `open`: see startMessageGuard.
    const guard = startMessageGuard({
      origins: options.origins,
      messageTypes: authKit.messageTypes,
      onMessage(message) {
        if (message.type !== "redirect") session.handleMessage(message);
        // The page did not allow a redirect, or cannot be redirected.
        else if (!frame?.redirectToProvider?.(message)) {
          session.handleMessage({ type: "error", reason: null });
        }
      },
      view: ownerWindow(frameParent.current),
    });
    try {
      if (!frameParent.current) throw new Error("The dialog has no place for the frame.");
      frame = open({ parent: frameParent.current, title: frameTitle, allow: options.allow });
      guard.watch(frame.element);
      frame.element.addEventListener("load", session.frameLoaded);
    } catch {
      // What AuthKit threw may quote its address, and with it the ticket: it stays here.
      const error = new ConnectError(
        "misconfigured",
        "authkit-ui: AuthKit could not open its frame. Is document.body frozen, or is another version " +
          `installed than ${authKit.name}?`,
      );
      queueMicrotask(() => session.fail(error));
    }
    return () => {
      listeners.abort();
      guard.stop();
      frame?.remove();
    };
  }

  function onViolation(violation: SecurityPolicyViolationEvent) {
    const { effectiveDirective, blockedURI, disposition } = violation;
    const isFrame = effectiveDirective === "frame-src" || effectiveDirective === "child-src";
    if (
      !isFrame ||
      disposition !== "enforce" ||
      !blockedURI.startsWith(new URL(options.baseUrl).origin)
    )
      return;
    session.fail(
      new ConnectError(
        "frame_blocked",
        `This page's Content-Security-Policy does not let it frame AuthKit. Add ` +
          `"frame-src ${new URL(options.baseUrl).origin}" to it.`,
        { host: new URL(options.baseUrl).host, cause: violation },
      ),
    );
  }

  return null;
}
