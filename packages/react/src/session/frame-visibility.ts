import type { SessionState } from "./session-state.ts";

/**
 * Whether AuthKit's page, or the browser's error page in its place, is hidden behind a message of
 * the dialog. It stays loaded, and shows again as soon as it responds. A page that somebody may be
 * using is never hidden.
 */
export function isFrameHidden({ phase, isFrameSilent }: SessionState): boolean {
  return phase === "refused" || phase === "expired" || (phase === "blocked" && isFrameSilent);
}

/** Whether AuthKit's page is finished, so that the kit shows what comes next. */
export function isFrameDone({ phase, target }: SessionState): boolean {
  return (
    target.platform !== undefined &&
    (phase === "saving" || phase === "not_saved" || phase === "connected")
  );
}
