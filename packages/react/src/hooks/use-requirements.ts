"use client";

import type { IdentityType, Requirement } from "@authkit-ui/contract";
import { useCallback } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { type CheckedRequirement, checkRequirements } from "../data/requirements.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { useKeepLayers } from "../ui/open-layers.ts";
import { useConnectionsQuery } from "./use-connections-query.ts";

/** Options of {@link useRequirements}. */
export interface UseRequirementsOptions {
  /**
   * Whose accounts.
   * @default the provider's
   */
  identityType?: IdentityType | undefined;
}

/** What {@link useRequirements} returns. */
export interface UseRequirementsResult {
  /** `success` as soon as there is data, also while it is refreshed or could not be. */
  status: "pending" | "error" | "success";
  /** Whether every requirement that is not optional is met; `false` until `success`. */
  met: boolean;
  /** Every requirement in the given order, with what the viewer has for it. Empty until `success`. */
  requirements: CheckedRequirement[];
  /** Those without any account, optional ones too. */
  missing: CheckedRequirement[];
  /** Those whose accounts all need attention, optional ones too. */
  broken: CheckedRequirement[];
  /** The first that is not met, required ones before optional ones; `null` when all are. */
  next: CheckedRequirement | null;
  /**
   * Opens a connect session for `next`: renews its account, or connects one of its first platform.
   * Never rejects. `null` where there is nothing to do, or where the viewer may not reconnect.
   */
  connectNext: (() => Promise<ConnectOutcome>) | null;
  /** Whether a read is running, the first one included. */
  isFetching: boolean;
  /** The last read's failure, also while older data is shown. */
  error: ConnectError | null;
}

/**
 * Compares what a feature needs with the accounts that the viewer has. It is for what the page
 * shows; a server that protects something checks for itself.
 *
 * @example
 * const { met, connectNext } = useRequirements([
 *   { platform: "gmail" },
 *   { anyOf: ["slack", "microsoft-teams"], optional: true },
 * ]);
 */
export function useRequirements(
  requirements: readonly Requirement[],
  options: UseRequirementsOptions = {},
): UseRequirementsResult {
  const { store, ...context } = useConnectContext();
  const { identityType = context.identityType } = options;
  const list = useConnectionsQuery(identityType, undefined);
  const isRead = list.status === "success";
  const checked = checkRequirements(isRead ? requirements : [], list.connections);
  const { next } = checked;
  useKeepLayers();
  const platform = next?.connection?.platform ?? next?.platforms[0];
  const reconnects = next?.connection?.id;
  const connectNext = useCallback(
    async (event?: { currentTarget?: unknown }) =>
      store.connect({ platform, identityType, reconnects }, {}, { pressed: event?.currentTarget }),
    [store, identityType, platform, reconnects],
  );
  const isAllowed = next?.connection?.can.reconnect ?? true;
  return {
    status: list.status,
    ...checked,
    met: isRead && checked.met,
    connectNext: next && isAllowed === true ? connectNext : null,
    isFetching: list.isFetching,
    error: list.error,
  };
}
