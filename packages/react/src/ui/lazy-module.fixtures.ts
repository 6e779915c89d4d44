import type { LazyModule } from "./lazy-module.ts";

/** Code that is there already. */
export const here = <Part>(part: Part): LazyModule<Part> => ({
  now: () => part,
  get: async () => part,
});
