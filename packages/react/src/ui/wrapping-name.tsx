"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * A name or an address that wraps rather than hide its end, an address after `@` and before `.`. The
 * places are put in by hand: a translator replaces text nodes, and React would miss its own.
 */
export function WrappingName({
  text,
  className,
}: {
  text: string;
  className?: string | undefined;
}) {
  const name = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = name.current;
    const parts = text.split(/(?<=@)|(?=\.)/);
    if (!element || !text.includes("@") || element.textContent !== text) return;
    element.replaceChildren(
      ...parts.flatMap((part, index) =>
        index === 0 ? [part] : [element.ownerDocument.createElement("wbr"), part],
      ),
    );
  }, [text]);
  return (
    // An account may be called by the day on which it was connected, which a server may see otherwise.
    <bdi ref={name} className={className} suppressHydrationWarning>
      {text}
    </bdi>
  );
}
