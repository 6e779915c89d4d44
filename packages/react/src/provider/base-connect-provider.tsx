"use client";

import { defaultBasePath } from "@authkit-ui/contract";
import { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { LoadAdapter } from "../session/connect-session.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { ConnectContext, type ConnectContextValue } from "./connect-context.ts";
import type { ConnectProviderProps } from "./connect-provider-props.ts";
import { ConnectSessionOutlet } from "./connect-session-outlet.tsx";
import { type ConnectStoreProps, connectStoreKey, createConnectStore } from "./connect-store.ts";

/** Nothing to lay over what the parts bring along. */
const english = {};

/** Props of {@link BaseConnectProvider}. */
export interface BaseConnectProviderProps {
  props: ConnectProviderProps;
  loadAdapter: LoadAdapter;
}

/**
 * What `ConnectProvider` is in either generation of AuthKit. It keeps its own query client unless
 * it is given one, and hands it on explicitly, so that the product's React Query never notices.
 */
export function BaseConnectProvider({ props, loadAdapter }: BaseConnectProviderProps) {
  const announcer = useRef<HTMLDivElement>(null);
  const settled: ConnectStoreProps = {
    ...props,
    loadAdapter,
    home: () => announcer.current,
    endpoint: props.endpoint ?? defaultBasePath,
    credentials: props.credentials ?? "same-origin",
    identityType: props.identityType ?? "user",
  };
  const latest = useLatestGetter(settled);
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = props.queryClient ?? ownQueryClient;
  const [store, setStore] = useState(() => createConnectStore(settled, queryClient, latest));
  // Another viewer never sees one frame of the last one's data: React renders anew before painting.
  if (store.key !== connectStoreKey(settled) || store.queryClient !== queryClient) {
    setStore(createConnectStore(settled, queryClient, latest));
  }

  const lastStore = useRef(store);
  useLayoutEffect(() => {
    if (lastStore.current !== store) lastStore.current.dispose();
    lastStore.current = store;
  }, [store]);

  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  useEffect(() => store.start(), [store]);

  const hideAnnouncer = useCallback((element: HTMLDivElement | null) => {
    announcer.current = element;
    visuallyHidden(element);
  }, []);
  const { identityType } = settled;
  const { messages = english, locale = "en", dir, theme = "system" } = props;
  const value = useMemo<ConnectContextValue>(
    () => ({
      store,
      identityType,
      messages,
      locale,
      root: {
        ...(dir && { dir }),
        ...(theme !== "system" && { "data-ak-theme": theme }),
      },
      emit: store.emit,
      announce: (sentence) => {
        if (announcer.current) announcer.current.textContent = sentence;
      },
    }),
    [store, identityType, messages, locale, dir, theme],
  );

  return (
    <ConnectContext.Provider value={value}>
      {props.children}
      {/* Its last sentence may name an account: another viewer gets another one. */}
      <div
        key={store.key}
        ref={hideAnnouncer}
        role="status"
        // Said of every status; libraries that hide a page behind their dialog spare this by it.
        aria-live="polite"
        className="ak-unseen ak-announcer"
      />
      <ConnectSessionOutlet />
    </ConnectContext.Provider>
  );
}
