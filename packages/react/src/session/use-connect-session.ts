"use client";

import type { IdentityType } from "@authkit-ui/contract";
import type { ConnectPhase } from "./connect-phase.ts";

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
  throw new Error("useConnectSession is being written.");
}
