import type { LatePart } from "./late-part.ts";

/** Code that is there already. */
export const here = <Part>(part: Part): LatePart<Part> => ({
  now: () => part,
  get: async () => part,
});
