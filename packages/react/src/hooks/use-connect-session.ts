"use client";

import type { IdentityType } from "@authkit-ui/contract";
import { useMemo, useSyncExternalStore } from "react";
import type { ConnectPhase } from "../session/session-state.ts";
import {
  getServerSnapshot,
  getSessionSnapshot,
  subscribeToSession,
} from "../session/session-store.ts";

/** The page's running connect session, as every component may see it. */
export interface ActiveConnectSession {
  /** Pica's id of the platform. `undefined` while the person picks from the catalog. */
  platform: string | undefined;
  /** Whom the connection will belong to. */
  identityType: IdentityType;
  /** Id of the connection to reconnect. */
  reconnectId: string | undefined;
  /** Where the session stands. */
  phase: ConnectPhase;
}

/**
 * Returns the page's running connect session, or `null`, e.g. to mark the account that is being
 * reconnected. A page has one at most.
 *
 * @example
 * const session = useConnectSession();
 * const isReconnecting = session?.reconnectId === connection.id;
 */
export function useConnectSession(): ActiveConnectSession | null {
  const state = useSyncExternalStore(subscribeToSession, getSessionSnapshot, getServerSnapshot);
  const target = state?.target;
  const phase = state?.phase;
  return useMemo(() => (target && phase ? { ...target, phase } : null), [target, phase]);
}
