"use client";

import type { ConnectorScope } from "@authkit-ui/contract";
import { type ComponentPropsWithoutRef, type ForwardedRef, forwardRef } from "react";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useMessages } from "../messages/use-messages.ts";

/** Props of {@link ScopesLine}. Others are the paragraph's. */
export interface ScopesLineProps extends Omit<ComponentPropsWithoutRef<"p">, "children"> {
  scopes: readonly ConnectorScope[] | undefined;
  /** How many scopes are named. The others are counted. */
  max: number;
}

/**
 * Says what people will be asked to allow, e.g. "Will ask to: read mail and send mail". Scopes
 * without a title are counted, so that none is hidden. Renders nothing if no scope has a title.
 */
export const ScopesLine = forwardRef(function ScopesLine(
  { scopes = [], max, ...attributes }: ScopesLineProps,
  ref: ForwardedRef<HTMLParagraphElement>,
) {
  const { willAskTo, otherPermissions } = useMessages("session");
  const { locale } = useMessagesContext();
  const titles = [...new Set(scopes.flatMap(({ title }) => title ?? []))].slice(0, max);
  if (titles.length === 0) return null;
  const named = scopes.filter(({ title }) => title !== undefined && titles.includes(title)).length;
  const others = scopes.length - named;
  const items = others > 0 ? [...titles, otherPermissions(others)] : titles;
  const parts = new Intl.ListFormat(locale, { type: "conjunction" }).formatToParts(items);
  const [before, after] = willAskTo;
  return (
    <p {...attributes} ref={ref}>
      <span>{before}</span>
      {parts.map(({ type, value }, index) => {
        const isTitle = type === "element" && titles.includes(value);
        const Part = isTitle ? "bdi" : "span";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity but its place
          <Part key={index} lang={isTitle ? "en" : undefined}>
            {value}
          </Part>
        );
      })}
      {after && <span>{after}</span>}
    </p>
  );
});
