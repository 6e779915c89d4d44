"use client";

import { useInsertionEffect } from "react";

/** For each open dialog: moves it out of elements that React is about to remove. */
export const openLayers = new Set<() => void>();

const parkAll = () => {
  for (const park of openLayers) park();
};

/**
 * Lets a dialog outlive the component that opened it. React cleans up insertion effects before it
 * removes any element, and runs none of them on a server.
 */
export function useKeepLayers(): void {
  useInsertionEffect(() => parkAll, []);
}
