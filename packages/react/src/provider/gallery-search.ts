"use client";

import { createContext, type RefObject, useCallback, useContext, useEffect } from "react";
import { activeElementNear } from "../ui/active-element.ts";

/** The search fields of the galleries below a provider, in the order in which they were mounted. */
export const GallerySearchContext = createContext(new Set<HTMLInputElement>());

/** Registers a gallery's search field, so that other components can lead there. */
export function useRegisterGallerySearch(input: RefObject<HTMLInputElement | null>): void {
  const fields = useContext(GallerySearchContext);
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    fields.add(field);
    return () => {
      fields.delete(field);
    };
  }, [fields, input]);
}

/**
 * Moves the focus to the first gallery's search that can take it: not to one in a tab that is hidden,
 * or behind a modal dialog of the host.
 *
 * @returns Whether there was one.
 */
export function useFocusGallerySearch(): () => boolean {
  const fields = useContext(GallerySearchContext);
  return useCallback(() => {
    for (const field of fields) {
      field.focus();
      if (field === activeElementNear(field)) return true;
    }
    return false;
  }, [fields]);
}
