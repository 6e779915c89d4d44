"use client";

import type { AuthKitAdapter } from "../session/adapters/authkit-adapter.ts";
import { hasLeft, onReturn } from "../session/return-offer.ts";
import { BaseConnectProvider } from "./base-connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

const one: AuthKitAdapter = {
  defaultBaseUrl: "https://auth.withone.ai",
  load: () => import("../session/adapters/one.ts"),
  async resume(store) {
    if (!hasLeft()) return;
    // Without that code, the next list has what was connected.
    const code = await import("../session/one-return.ts").catch(() => null);
    await code?.resume(store);
  },
  onReturn,
};

/**
 * The `ConnectProvider` of `@authkit-ui/react`, on One's AuthKit instead of Pica's. It needs no package
 * of theirs. `authKit.baseUrl` is `https://auth.withone.ai` unless it is given. Providers open their
 * sign-in in a window of its own, or in the same window, as `authKit.authWindow` says. A page that has
 * been at a provider goes on where it was when it comes back.
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
