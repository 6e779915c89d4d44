"use client";

import type { IdentityType, Requirement } from "@authkit-ui/contract";
import { useCallback } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { type CheckedRequirement, checkRequirements } from "../data/requirements.ts";
import { useConnectContext } from "../provider/connect-context.ts";
import type { ConnectOutcome } from "../session/connect-outcome.ts";
import { useParkDialogsOnUnmount } from "../ui/park-dialogs.ts";
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
  /** `success` once there is data, even if a later refresh fails. */
  status: "pending" | "error" | "success";
  /** Whether every requirement that is not optional is met; `false` until `success`. */
  met: boolean;
  /**
   * Every requirement in the given order, with the viewer's account for it. Empty until `success`.
   */
  requirements: CheckedRequirement[];
  /** Requirements without any account, including optional ones. */
  missing: CheckedRequirement[];
  /** Requirements whose accounts all need attention, including optional ones. */
  broken: CheckedRequirement[];
  /**
   * The first requirement that is not met, required ones before optional ones. `null` when all are
   * met.
   */
  next: CheckedRequirement | null;
  /**
   * Opens a connect session for `next`: reconnects its broken account, or connects its first
   * platform. Never rejects. `null` if there is nothing to do, or if the viewer may not reconnect.
   */
  connectNext: (() => Promise<ConnectOutcome>) | null;
  /** Whether a read is running, the first one included. */
  isFetching: boolean;
  /** Why the last read failed, even if older data is shown. */
  error: ConnectError | null;
}

/**
 * Compares what a feature needs with the viewer's accounts. It only decides what the page shows: a
 * server that protects something has to check by itself.
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
  useParkDialogsOnUnmount();
  const platform = next?.connection?.platform ?? next?.platforms[0];
  const reconnectId = next?.connection?.id;
  const connectNext = useCallback(
    async (event?: { currentTarget?: unknown }) =>
      store.connect({ platform, identityType, reconnectId }, {}, { pressed: event?.currentTarget }),
    [store, identityType, platform, reconnectId],
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
