"use client";

import { defaultBasePath } from "@authkit-ui/contract";
import { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { defaultCredentials } from "../api/transport.ts";
import { givenMessages } from "../messages/given-messages.ts";
import { MessagesContext } from "../messages/messages-context.ts";
import { supportedLocale } from "../messages/supported-locale.ts";
import { textLanguage } from "../messages/text-language.ts";
import type { AuthKitAdapter } from "../session/adapters/authkit-adapter.ts";
import { RootContext, type RootContextValue } from "../ui/root-context.ts";
import { useLatestGetter } from "../ui/use-latest-getter.ts";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { ConnectContext } from "./connect-context.ts";
import type { ConnectProviderProps } from "./connect-provider-props.ts";
import { ConnectSessionOutlet } from "./connect-session-outlet.tsx";
import { type ConnectStoreProps, connectStoreKey, createConnectStore } from "./connect-store.ts";
import { GallerySearchContext } from "./gallery-search.ts";
import { ReconnectLinkOutlet } from "./reconnect-link-outlet.tsx";

/** The kit's own texts, without any of the product's. */
const english = {};

/**
 * How long an announcement stays in the document, in milliseconds. It is longer than a screen
 * reader needs.
 */
const announcementTime = 10_000;

/** Props of {@link BaseConnectProvider}. */
export interface BaseConnectProviderProps {
  props: ConnectProviderProps;
  adapter: AuthKitAdapter;
}

/** The `ConnectProvider` of `@authkit-ui/react` and of `@authkit-ui/react/one`. */
export function BaseConnectProvider({ props, adapter }: BaseConnectProviderProps) {
  const announcer = useRef<HTMLDivElement>(null);
  const providerElement = useCallback(() => announcer.current, []);
  const announcementTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resolvedProps: ConnectStoreProps = {
    ...props,
    adapter,
    providerElement,
    endpoint: props.endpoint ?? defaultBasePath,
    credentials: props.credentials ?? defaultCredentials,
    identityType: props.identityType ?? "user",
  };
  const latest = useLatestGetter(resolvedProps);
  const [gallerySearches] = useState(() => new Set<HTMLInputElement>());
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = props.queryClient ?? ownQueryClient;
  const [store, setStore] = useState(() => createConnectStore(resolvedProps, queryClient, latest));
  // React renders again before it paints, so another viewer never sees the last one's data.
  if (store.key !== connectStoreKey(resolvedProps) || store.queryClient !== queryClient) {
    setStore(createConnectStore(resolvedProps, queryClient, latest));
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
  useEffect(() => store.mount(), [store]);

  const hideAnnouncer = useCallback((element: HTMLDivElement | null) => {
    announcer.current = element;
    visuallyHidden(element);
  }, []);
  const { identityType } = resolvedProps;
  const { messages = english, locale = "en", dir, theme = "system" } = props;
  const hasLocale = props.locale !== undefined;
  const connect = useMemo(() => ({ store, identityType }), [store, identityType]);
  const language = useMemo(() => {
    const supported = supportedLocale(locale);
    return {
      messages: givenMessages(messages),
      locale: supported,
      // Without a `locale`, the page's own language counts.
      lang: hasLocale ? textLanguage(supported, messages !== english) : undefined,
    };
  }, [messages, locale, hasLocale]);
  const { lang } = language;
  const surface = useMemo<RootContextValue>(
    () => ({
      root: {
        ...(dir && { dir }),
        ...(lang !== undefined && { lang }),
        ...(theme !== "system" && { "data-ak-theme": theme }),
      },
      providerElement,
      announce: (sentence) => {
        const region = announcer.current;
        if (!region) return;
        clearTimeout(announcementTimer.current);
        region.textContent = sentence;
        // Old announcements are removed, because a screen reader could find them when they are no
        // longer true.
        announcementTimer.current = setTimeout(() => {
          region.textContent = "";
        }, announcementTime);
      },
    }),
    [dir, lang, theme, providerElement],
  );

  return (
    <ConnectContext.Provider value={connect}>
      <MessagesContext.Provider value={language}>
        <RootContext.Provider value={surface}>
          <GallerySearchContext.Provider value={gallerySearches}>
            {props.children}
          </GallerySearchContext.Provider>
          {/* Keyed, because the last announcement may name an account of another viewer. */}
          <div
            key={store.key}
            ref={hideAnnouncer}
            role="status"
            // Implied by the role. Libraries that hide the page behind a dialog spare elements with it.
            aria-live="polite"
            lang={lang}
            className="ak ak-unseen ak-announcer"
          />
          <ReconnectLinkOutlet param={props.reconnectParameter} />
          <ConnectSessionOutlet />
        </RootContext.Provider>
      </MessagesContext.Provider>
    </ConnectContext.Provider>
  );
}
