"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useCallback, useMemo } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { attentionOf } from "../data/attention.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { useParkDialogsOnUnmount } from "../ui/park-dialogs.ts";
import { useConnectionsQuery } from "./use-connections-query.ts";

/** Options of {@link useAttention}. */
export interface UseAttentionOptions {
  /** Restricts it to the accounts of one platform. */
  platform?: string | undefined;
  /**
   * Whose accounts.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
}

/** What {@link useAttention} returns. */
export interface UseAttentionResult {
  /** `success` once there is data, even if a later refresh fails. */
  status: "pending" | "error" | "success";
  /** How many accounts need attention; 0 until `success`. */
  total: number;
  /** The accounts in the state `failed` or `gone`, the worst first. */
  connections: Connection[];
  /** The same accounts by platform. Platforms whose accounts all work are absent. */
  byPlatform: Record<string, Connection[]>;
  /**
   * Opens a connect session that reconnects the worst account. Never rejects. `null` if the viewer
   * may reconnect none.
   */
  reconnectWorst: (() => Promise<ConnectOutcome>) | null;
  /** Whether a read is running, the first one included. */
  isFetching: boolean;
  /** Why the last read failed, even if older data is shown. */
  error: ConnectError | null;
}

/**
 * Returns the accounts that need attention, because their sign-in has expired or their access was
 * revoked. Components that use the hook share one request.
 *
 * @example
 * const { total, byPlatform } = useAttention();
 * <a href="/settings">Integrations {total > 0 && `(${total})`}</a>
 */
export function useAttention(options: UseAttentionOptions = {}): UseAttentionResult {
  const { store, ...context } = useConnectContext();
  const { platform, identityType = context.identityType } = options;
  const { status, connections, isFetching, error } = useConnectionsQuery(identityType, platform);
  const attention = useMemo(() => attentionOf(connections), [connections]);
  const [worst] = attention.connections;
  useParkDialogsOnUnmount();
  const reconnectWorst = useCallback(
    async (event?: { currentTarget?: unknown }) =>
      store.connect(
        { platform: worst?.platform, identityType, reconnectId: worst?.id },
        {},
        { pressed: event?.currentTarget },
      ),
    [store, identityType, worst],
  );
  return {
    status,
    ...attention,
    reconnectWorst: worst?.can.reconnect === true ? reconnectWorst : null,
    isFetching,
    error,
  };
}
