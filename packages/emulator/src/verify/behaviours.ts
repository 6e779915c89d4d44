import { authKitBehaviours } from "./authkit-behaviours.ts";
import type { Behaviour } from "./behaviour.ts";
import { catalogBehaviours } from "./catalog-behaviours.ts";
import { connectionBehaviours } from "./connection-behaviours.ts";
import { requestBehaviours } from "./request-behaviours.ts";

/** Every claim of the emulator about Pica, for BEHAVIOURS.md and `emulator verify`. */
export const behaviours: readonly Behaviour[] = [
  ...catalogBehaviours,
  ...connectionBehaviours,
  ...requestBehaviours,
  ...authKitBehaviours,
];
