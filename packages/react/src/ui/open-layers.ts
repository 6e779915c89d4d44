"use client";

import { useInsertionEffect } from "react";

/** For each open layer, of this copy of the kit: takes it out of what is about to be removed. */
export const openLayers = new Set<() => void>();

const parkAll = () => {
  for (const park of openLayers) park();
};

/**
 * For a component that a layer may be opened from: the layer outlives it. React cleans these effects
 * up before it removes any element, and a server has nothing to say of them.
 */
export function useKeptLayers(): void {
  useInsertionEffect(() => parkAll, []);
}
