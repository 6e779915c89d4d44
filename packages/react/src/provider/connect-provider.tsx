"use client";

import type { AuthKitAdapter } from "../session/adapters/authkit-adapter.ts";
import { BaseConnectProvider } from "./base-connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

const pica: AuthKitAdapter = {
  defaultBaseUrl: "https://authkit.picaos.com",
  load: () => import("../session/adapters/pica.ts"),
};

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
  return <BaseConnectProvider props={props} adapter={pica} />;
}
