"use client";

import type { AuthKitAdapter } from "../session/adapters/authkit-adapter.ts";
import { hasStoredRedirect, subscribeToResume } from "../session/resumed-session.ts";
import { BaseConnectProvider } from "./base-connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

const one: AuthKitAdapter = {
  defaultBaseUrl: "https://auth.withone.ai",
  load: () => import("../session/adapters/one.ts"),
  async resume(dependencies) {
    if (!hasStoredRedirect()) return;
    // If the chunk cannot be loaded, the next list shows the account anyway.
    const code = await import("../session/one-redirect.ts").catch(() => null);
    await code?.resume(dependencies);
  },
  subscribeToResume,
};

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
  return <BaseConnectProvider props={props} adapter={one} />;
}
