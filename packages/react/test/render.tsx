import { configure, render as renderInto } from "@testing-library/react";
import type { ReactNode } from "react";
import { inject } from "vitest";
import { ConnectProvider } from "../src/provider/connect-provider.tsx";
import type { ConnectProviderProps } from "../src/provider/connect-provider-props.ts";
import { ConnectProvider as OneConnectProvider } from "../src/provider/one-connect-provider.tsx";

configure({ reactStrictMode: true });

/** Signs a new person in, so that a test meets nobody else's accounts. */
export function signIn(viewer: string = crypto.randomUUID()): string {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `viewer=${viewer}; path=/`;
  return viewer;
}

/** Renders as a product does, under StrictMode, and takes it away after the test. */
export function render(node: ReactNode) {
  const { container, rerender, unmount } = renderInto(node);
  return { element: container, rerender, unmount };
}

/** A provider for a new person at the test's backend. */
export function Product({ authKit, ...props }: Partial<ConnectProviderProps>) {
  return (
    <ConnectProvider
      viewerKey={props.viewerKey ?? "someone"}
      {...props}
      authKit={{ baseUrl: inject("authKitOrigin"), ...authKit }}
    />
  );
}

/** The same on One's AuthKit, at the server that speaks with One. */
export function OneProduct({ authKit, ...props }: Partial<ConnectProviderProps>) {
  return (
    <OneConnectProvider
      endpoint="/api/connect-one"
      viewerKey={props.viewerKey ?? "someone"}
      {...props}
      authKit={{ baseUrl: inject("oneOrigin"), ...authKit }}
    />
  );
}
