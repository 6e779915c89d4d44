import type { ConnectionState } from "@authkit-ui/contract";
import { ok, warn } from "../ui/icons.ts";
import { retry } from "../ui/list-icons.ts";

const unknown =
  "M13.9 6.9A6 6 0 0 1 13.9 9.1M12.95 11.39A6 6 0 0 1 11.39 12.95M9.1 13.9A6 6 0 0 1 6.9 13.9M4.61 12.95A6 6 0 0 1 3.05 11.39M2.1 9.1A6 6 0 0 1 2.1 6.9M3.05 4.61A6 6 0 0 1 4.61 3.05M6.9 2.1A6 6 0 0 1 9.1 2.1M11.39 3.05A6 6 0 0 1 12.95 4.61M6.6 6.6A1.45 1.45 0 1 1 8.7 7.9c-.45.27-.7.55-.7 1M8 11h.01";
const gone =
  "m9.6 4.6 1.1-1.1a2.35 2.35 0 0 1 3.3 3.3l-1.6 1.6M6.4 11.4l-1.1 1.1A2.35 2.35 0 0 1 2 9.2l1.6-1.6M2.75 2.75l10.5 10.5";

/** A shape for each state, so that colour is never the only sign. */
export const stateIcons: Record<ConnectionState, string> = {
  operational: ok,
  degraded: retry,
  failed: warn,
  gone,
  unknown,
};
