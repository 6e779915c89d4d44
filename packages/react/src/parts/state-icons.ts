import type { ConnectionState } from "@authkit-ui/contract";
import { circleCheck, circleQuestionMark, rotateCw, triangleAlert, unlink } from "../ui/icons.ts";

/** A shape for each state, so that colour is never the only sign. */
export const stateIcons: Record<ConnectionState, string> = {
  operational: circleCheck,
  degraded: rotateCw,
  failed: triangleAlert,
  gone: unlink,
  unknown: circleQuestionMark,
};
