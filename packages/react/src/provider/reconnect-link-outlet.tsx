"use client";

import { reconnectParameter } from "@authkit-ui/contract";
import { useEffect, useState } from "react";
import { lazyChunk } from "../ui/lazy-chunk.ts";

/** Loaded only when the page is opened by such a link. */
const reconnectLink = lazyChunk(() => import("./reconnect-link.tsx"));

/** Handles a link that asks to reconnect a connection, if the page was opened by one. */
export function ReconnectLinkOutlet({
  param = reconnectParameter,
}: {
  param?: string | null | undefined;
}) {
  const [module, setModule] = useState(reconnectLink.current);
  useEffect(() => {
    // A cheap check; the chunk reads the parameter itself.
    if (param && location.search.includes(param)) reconnectLink.load().then(setModule, () => {});
  }, [param]);
  return param && module && <module.ReconnectLink param={param} />;
}
