"use client";

import type { Connector } from "@authkit-ui/contract";
import type { ConnectError } from "../api/connect-error.ts";

/** One category of the catalog. */
export interface ConnectorCategory {
  /** `null`: connectors that have none. */
  name: string | null;
  count: number;
}

/** What {@link useConnectors} returns. */
export interface UseConnectorsResult {
  /** `ready` as soon as there is data, also while it is refreshed or could not be. */
  status: "loading" | "error" | "ready";
  /** One per platform, A–Z by name in the provider's locale. Empty until `ready`. */
  connectors: Connector[];
  /** A–Z, those without a category last. */
  categories: ConnectorCategory[];
  /** The last read failed; what is shown is older. */
  isStale: boolean;
  /** Asks again, now. */
  refresh: () => Promise<void>;
  isRefreshing: boolean;
  /** The last read's failure, also while older data is shown. */
  error: ConnectError | null;
}

/** The catalog: everything that this viewer can connect. */
export function useConnectors(): UseConnectorsResult {
  throw new Error("useConnectors is being written.");
}
