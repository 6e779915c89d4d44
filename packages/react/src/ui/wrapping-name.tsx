"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Lets a name or an address wrap, an address after `@` and before `.`. The `<wbr>` elements are
 * inserted without React, because a page translator replaces text nodes that React would then miss.
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
    // A label can contain a date, which can differ between server and browser.
    <bdi ref={name} className={className} suppressHydrationWarning>
      {text}
    </bdi>
  );
}
