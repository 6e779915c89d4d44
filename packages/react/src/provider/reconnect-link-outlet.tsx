"use client";

import { reconnectParameter } from "@authkit-ui/contract";
import { useEffect, useState } from "react";
import { lazyChunk } from "../ui/lazy-chunk.ts";

/** Only people who come by such a link load it. */
const reconnectLink = lazyChunk(() => import("./reconnect-link.tsx"));

/** Renders what a link to a connection's Reconnect leads to, if the page was opened by one. */
export function ReconnectLinkOutlet({
  param = reconnectParameter,
}: {
  param?: string | null | undefined;
}) {
  const [module, setModule] = useState(reconnectLink.current);
  useEffect(() => {
    // Whether it is the parameter, the chunk looks for itself.
    if (param && location.search.includes(param)) reconnectLink.load().then(setModule, () => {});
  }, [param]);
  return param && module && <module.ReconnectLink param={param} />;
}
