"use client";

import { oneAdapter } from "../session/adapters/one-adapter.ts";
import { BaseConnectProvider } from "./base-connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

/**
 * The `ConnectProvider` of `@authkit-ui/react` for One's AuthKit instead of Pica's. It needs no
 * AuthKit package. `authKit.baseUrl` defaults to `https://auth.withone.ai`. `authKit.authWindow`
 * decides whether a provider's sign-in opens in the same window or in one of its own. After a
 * sign-in in the same window, the page continues the connect session.
 *
 * @example
 * import { ConnectButton, ConnectProvider } from "@authkit-ui/react/one";
 *
 * <ConnectProvider endpoint="/api/connect" viewerKey={user.id}>
 *   <ConnectButton platform="gmail" />
 * </ConnectProvider>
 */
export function ConnectProvider(props: ConnectProviderProps) {
  return <BaseConnectProvider props={props} adapter={oneAdapter} />;
}
