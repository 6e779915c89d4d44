"use client";

import type { AuthKitAdapter } from "../session/adapters/authkit-adapter.ts";
import { BaseConnectProvider } from "./base-connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

const one: AuthKitAdapter = {
  defaultBaseUrl: "https://auth.withone.ai",
  load: () => import("../session/adapters/one.ts"),
};

/**
 * The `ConnectProvider` of `@authkit-ui/react`, on One's AuthKit (`@withone/auth`) instead of Pica's:
 * `authKit.baseUrl` is `https://auth.withone.ai` unless it is given. Providers open their sign-in in
 * a window of its own, so that nobody leaves the page.
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
