"use client";

import { useMemo } from "react";
import { useConnectContext } from "../provider/connect-context.ts";
import type { Messages } from "./messages.ts";

/**
 * One section's texts in force, all or some: the product's over English. Each part brings the English of its own
 * sections, so that a lone button does not carry the words of the gallery.
 *
 * @param english A constant: another object would make other texts at every render.
 */
export function useTexts<Section extends keyof Messages, Text extends keyof Messages[Section]>(
  section: Section,
  english: Pick<Messages[Section], Text>,
): Pick<Messages[Section], Text> {
  const { messages } = useConnectContext();
  const own = messages[section];
  return useMemo(() => ({ ...english, ...own }), [english, own]);
}
