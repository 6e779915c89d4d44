"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";
import type { ConnectPhase } from "./connect-phase.ts";

/** Options of {@link useConnect}. Callbacks are always the newest render's. */
export interface UseConnectOptions {
  /** Pica's id of the platform, e.g. `gmail`. Absent: the person picks from the catalog. */
  platform?: string;
  /** Whom the connection will belong to. @default the provider's */
  identityType?: IdentityType;
  /** Id of the connection to renew; its row keeps its id, name and date. */
  reconnects?: string;
  /** Once per connection, after our server has verified and stored it. */
  onSuccess?: (connection: Connection) => void;
  /** The session ended in failure. */
  onError?: (error: ConnectError) => void;
  /** The session ended, whatever the outcome. */
  onClose?: (outcome: ConnectOutcome) => void;
}

/** What {@link useConnect} returns. */
export interface UseConnectResult {
  /**
   * Starts a connect session. Never rejects. While one for the same platform is running, the
   * caller gets its promise; while another one is, the outcome `busy`.
   */
  open: () => Promise<ConnectOutcome>;
  /** Ends the session that {@link open} started or joined; nothing happens without one. */
  close: () => void;
  /** Whether a session for this platform and identity type is running, whoever started it. */
  isLoading: boolean;
  /** Where that session stands. */
  phase: ConnectPhase;
  /** Why the running session is stuck, or why the last one started here failed. */
  error: ConnectError | null;
}

/** One platform's connect session. */
export function useConnect(_options: UseConnectOptions = {}): UseConnectResult {
  throw new Error("useConnect is being written.");
}
