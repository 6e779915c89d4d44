import { useEffect, useSyncExternalStore } from "react";

/** The pages that the demo has; the sidebar's others only look as if. */
export const pages = { assistant: "Assistant", integrations: "Integrations" } as const;

export type PageId = keyof typeof pages;

function subscribe(onChange: () => void) {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}

const readPage = (): PageId =>
  window.location.hash === "#assistant" ? "assistant" : "integrations";

/** The page that the address names. It titles the document, too. */
export function usePage(): PageId {
  const page = useSyncExternalStore(subscribe, readPage);
  useEffect(() => {
    document.title = `${pages[page]} · Halyard`;
  }, [page]);
  return page;
}
