import type { SessionState } from "./session-state.ts";

/**
 * Whether AuthKit's page, or the browser's error page in its place, is out of sight, because the
 * dialog has something to say that it cannot help with. It stays loaded, and shows again as soon as
 * it gives a sign of life. A page that somebody may be using is never hidden.
 */
export function isFrameHidden({ phase, isFrameSilent }: SessionState): boolean {
  return phase === "refused" || phase === "expired" || (phase === "blocked" && isFrameSilent);
}

/** Whether AuthKit's page has done its part: what follows is the kit's to say. */
export function isFrameDone({ phase, request }: SessionState): boolean {
  return (
    request.platform !== undefined &&
    (phase === "saving" || phase === "not_saved" || phase === "connected")
  );
}
