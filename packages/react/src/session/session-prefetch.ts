import type { CreateSessionResponse } from "@authkit-ui/contract";
import type { PointerEvent } from "react";
import type { ConnectApi } from "../api/client.ts";

/** Milliseconds after which a session that no click has used is ended. */
const PRESS_MS = 2_000;

/** A session that is requested on pointer down, before the click that uses it. */
export interface SessionPrefetch {
  /** Asks for the session; the press of another button ends it. */
  begin: (key: string, create: () => Promise<CreateSessionResponse>) => void;
  /** The session that was asked for, once, or `null`. */
  take: (key: string) => Promise<CreateSessionResponse> | null;
  /** Ends a session that was not used. */
  cancel: () => void;
}

export function createSessionPrefetch({
  endSession,
}: Pick<ConnectApi, "endSession">): SessionPrefetch {
  let begun: { key: string; created: Promise<CreateSessionResponse> } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget() {
    clearTimeout(timer);
    begun = null;
  }
  function cancel() {
    // If it was never created, or cannot be ended, there is nothing to do: it ends by itself.
    begun?.created.then(({ id }) => endSession(id)).catch(() => {});
    forget();
  }
  return {
    begin(key, create) {
      cancel();
      const created = create();
      // Whoever takes it hears of a failure.
      created.catch(() => {});
      begun = { key, created };
      timer = setTimeout(cancel, PRESS_MS);
    },
    take(key) {
      if (begun?.key !== key) return null;
      const { created } = begun;
      forget();
      return created;
    },
    cancel,
  };
}

/** Whether the main mouse button went down, which a click mostly follows. A finger may start to scroll. */
export const isMousePress = ({ pointerType, button }: PointerEvent): boolean =>
  pointerType === "mouse" && button === 0;
