"use client";

import { createContext, type HTMLAttributes, type Ref, useContext, useEffect } from "react";
import { warnOfMissingStyles } from "./missing-styles.ts";

/**
 * Attributes, not styles: a policy without `'unsafe-inline'` blocks a `style` in a server's HTML.
 */
export interface ThemeAttributes {
  dir?: "ltr" | "rtl" | undefined;
  /** The language of the kit's texts, if the product sets a `locale`. */
  lang?: string | undefined;
  /** Absent: the colour scheme of the element's surroundings. */
  "data-ak-theme"?: "light" | "dark" | undefined;
}

/** Props of a component's root element: the product's, or the kit's own ref and handlers. */
export type RootProps = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> | undefined };

/** What the root element of every component takes from its provider. */
export interface RootContextValue {
  /** Spread on the root element of everything the kit renders, beside the class `ak`. */
  root: ThemeAttributes;
  /** The provider's own element, which stays as long as the provider. */
  providerElement: () => Element | null;
  /** Announces a sentence to assistive technology, politely, once; stable. */
  announce: (sentence: string) => void;
}

export const RootContext = createContext<RootContextValue>({
  root: {},
  providerElement: () => null,
  announce: () => {},
});

/** What a root element needs of its provider. */
export function useRootContext(): RootContextValue {
  const context = useContext(RootContext);
  const { providerElement } = context;
  useEffect(() => warnOfMissingStyles(providerElement()), [providerElement]);
  return context;
}
