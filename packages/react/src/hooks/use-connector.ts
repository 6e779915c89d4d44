"use client";

import type { Connector } from "@authkit-ui/contract";
import { useQuery } from "@tanstack/react-query";
import { connectorsQuery } from "../data/connectors-query.ts";
import { useConnectContext } from "../provider/connect-context.ts";

/** One entry of the catalog, once it is known; a lone button need not arrange all the others. */
export function useConnector(platform: string): Connector | undefined {
  const { api, keyParams, queryClient } = useConnectContext().store;
  const { data } = useQuery(connectorsQuery(api, keyParams), queryClient);
  return data?.connectors.find((connector) => connector.platform === platform);
}
