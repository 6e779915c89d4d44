import { authKitBehaviours } from "./authkit-behaviours.ts";
import type { Behaviour } from "./behaviour.ts";
import { catalogBehaviours } from "./catalog-behaviours.ts";
import { connectionBehaviours } from "./connection-behaviours.ts";
import { requestBehaviours } from "./request-behaviours.ts";

/** Every claim of the emulator about Pica; the README's table and `emulator verify` are made of it. */
export const behaviours: readonly Behaviour[] = [
  ...catalogBehaviours,
  ...connectionBehaviours,
  ...requestBehaviours,
  ...authKitBehaviours,
];
