import type { SessionResponse } from "@authkit-ui/contract";
import type { ConnectApi } from "../api/client.ts";
import { ConnectError } from "../api/connect-error.ts";

/** Milliseconds between two looks, by the age of the watch: quick while the frame starts. */
function pollInterval(age: number): number {
  if (age < 2_000) return 250;
  return age < 10_000 ? 500 : 2_000;
}

/** Options of {@link pollSession}. */
export interface PollSessionOptions {
  api: Pick<ConnectApi, "readSession">;
  id: string;
  /** The page that shows the dialog. @default this one */
  page?: Document | undefined;
  signal: AbortSignal;
  onState: (session: SessionResponse) => void;
  /** A look failed; the watch goes on unless its signal says otherwise. */
  onError: (error: ConnectError) => void;
}

/**
 * Asks the server, again and again, how far the session got. That AuthKit's page fetched its token
 * is the only proof that the page is alive: for the browser a blocked frame looks like a loaded one.
 * Rests while the page is hidden, and looks at once when it shows again, is restored from the
 * back-forward cache, or comes back online.
 */
export function pollSession(options: PollSessionOptions): void {
  const { api, id, page = document, signal, onState, onError } = options;
  const start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;

  async function look() {
    clearTimeout(timer);
    if (isLooking || signal.aborted) return;
    let pause = pollInterval(performance.now() - start);
    if (!page.hidden) {
      isLooking = true;
      try {
        const session = await api.readSession(id, signal);
        if (!signal.aborted) onState(session);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ConnectError)) throw error;
        pause = Math.max(pause, error.retryAfter ?? 0);
        onError(error);
      } finally {
        isLooking = false;
      }
    }
    if (!signal.aborted) timer = setTimeout(look, pause);
  }

  page.addEventListener("visibilitychange", look, { signal });
  window.addEventListener("pageshow", look, { signal });
  window.addEventListener("online", look, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  void look();
}
