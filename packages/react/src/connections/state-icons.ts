import type { ConnectionState } from "@authkit-ui/contract";
import * as icons from "../ui/icons.ts";

/** Five shapes, so that colour never says it alone. */
export const stateIcons: Record<ConnectionState, string> = {
  operational: icons.ok,
  degraded: icons.retry,
  failed: icons.warn,
  gone: icons.gone,
  unknown: icons.unknown,
};
