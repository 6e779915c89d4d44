"use client";

import { picaAdapter } from "../session/adapters/pica-adapter.ts";
import { BaseConnectProvider } from "./base-connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

/**
 * Gives the kit below it its endpoint, its viewer and its texts. It keeps its own query client
 * unless it is given one, so that the product's React Query never notices.
 *
 * @example
 * <ConnectProvider endpoint="/api/connect" viewerKey={user.id}>
 *   <ConnectButton platform="gmail" />
 * </ConnectProvider>
 */
export function ConnectProvider(props: ConnectProviderProps) {
  return <BaseConnectProvider props={props} adapter={picaAdapter} />;
}
