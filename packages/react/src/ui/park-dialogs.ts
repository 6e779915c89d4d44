"use client";

import { useInsertionEffect } from "react";

/** For each open dialog: moves it out of elements that React is about to remove. */
export const parkCallbacks = new Set<() => void>();

const parkAll = () => {
  for (const park of parkCallbacks) park();
};

/**
 * Lets a dialog outlive the component that opened it. React cleans up insertion effects before it
 * removes any element, and runs none of them on a server.
 */
export function useParkDialogsOnUnmount(): void {
  useInsertionEffect(() => parkAll, []);
}
