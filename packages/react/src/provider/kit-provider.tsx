"use client";

import { defaultBasePath } from "@authkit-ui/contract";
import { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { LoadCourse } from "../session/connect-session.ts";
import { SessionHost } from "../session/session-host.tsx";
import { unseen } from "../ui/unseen.ts";
import { useLatest } from "../ui/use-latest.ts";
import { ConnectContext, type ConnectContextValue } from "./connect-context.ts";
import type { ConnectProviderProps } from "./connect-provider-props.ts";
import { createEngine, type EngineProps, engineKey } from "./engine.ts";

/** Nothing to lay over what the parts bring along. */
const english = {};

/** Props of {@link KitProvider}. */
export interface KitProviderProps {
  props: ConnectProviderProps;
  loadCourse: LoadCourse;
}

/**
 * What `ConnectProvider` is in either generation of AuthKit. It keeps its own query client unless
 * it is given one, and hands it on explicitly, so that the product's React Query never notices.
 */
export function KitProvider({ props, loadCourse }: KitProviderProps) {
  const announcer = useRef<HTMLDivElement>(null);
  const settled: EngineProps = {
    ...props,
    loadCourse,
    home: () => announcer.current,
    endpoint: props.endpoint ?? defaultBasePath,
    credentials: props.credentials ?? "same-origin",
    identityType: props.identityType ?? "user",
  };
  const latest = useLatest(settled);
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = props.queryClient ?? ownQueryClient;
  const [engine, setEngine] = useState(() => createEngine(settled, queryClient, latest));
  // Another viewer never sees one frame of the last one's data: React renders anew before painting.
  if (engine.key !== engineKey(settled) || engine.queryClient !== queryClient) {
    setEngine(createEngine(settled, queryClient, latest));
  }

  const lastEngine = useRef(engine);
  useLayoutEffect(() => {
    if (lastEngine.current !== engine) lastEngine.current.dispose();
    lastEngine.current = engine;
  }, [engine]);

  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  useEffect(() => engine.start(), [engine]);

  const hideAnnouncer = useCallback((element: HTMLDivElement | null) => {
    announcer.current = element;
    unseen(element);
  }, []);
  const { identityType } = settled;
  const { messages = english, locale = "en", dir, theme = "system" } = props;
  const value = useMemo<ConnectContextValue>(
    () => ({
      engine,
      identityType,
      messages,
      locale,
      root: {
        ...(dir && { dir }),
        ...(theme !== "system" && { "data-ak-theme": theme }),
      },
      emit: engine.emit,
      announce: (sentence) => {
        if (announcer.current) announcer.current.textContent = sentence;
      },
    }),
    [engine, identityType, messages, locale, dir, theme],
  );

  return (
    <ConnectContext.Provider value={value}>
      {props.children}
      {/* Its last sentence may name an account: another viewer gets another one. */}
      <div
        key={engine.key}
        ref={hideAnnouncer}
        role="status"
        // Said of every status; libraries that hide a page behind their dialog spare this by it.
        aria-live="polite"
        className="ak-unseen ak-announcer"
      />
      <SessionHost />
    </ConnectContext.Provider>
  );
}
