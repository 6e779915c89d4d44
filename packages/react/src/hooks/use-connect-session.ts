"use client";

import type { IdentityType } from "@authkit-ui/contract";
import { useMemo, useSyncExternalStore } from "react";
import type { ConnectPhase } from "../session/session-state.ts";
import {
  currentSessionState,
  serverSessionState,
  subscribeToSession,
} from "../session/session-store.ts";

/** The page's running connect session, as every component may see it. */
export interface ActiveConnectSession {
  platform: string | undefined;
  identityType: IdentityType;
  /** Id of the connection that it renews. */
  reconnects: string | undefined;
  phase: ConnectPhase;
}

/** The page's one running connect session, or `null`; e.g. to mark the row that is renewed. */
export function useConnectSession(): ActiveConnectSession | null {
  const state = useSyncExternalStore(subscribeToSession, currentSessionState, serverSessionState);
  const request = state?.request;
  const phase = state?.phase;
  return useMemo(() => (request && phase ? { ...request, phase } : null), [request, phase]);
}
