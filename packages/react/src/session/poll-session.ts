import type { SessionResponse } from "@authkit-ui/contract";
import type { ConnectApi } from "../api/client.ts";
import { ConnectError } from "../api/connect-error.ts";

/** Milliseconds until the next poll, by how long polling has run: short while the frame starts. */
function pollInterval(elapsed: number): number {
  if (elapsed < 2_000) return 250;
  return elapsed < 10_000 ? 500 : 2_000;
}

/** Options of {@link pollSession}. */
export interface PollSessionOptions {
  api: Pick<ConnectApi, "readSession">;
  id: string;
  /** The page that shows the dialog. @default this one */
  page?: Document | undefined;
  signal: AbortSignal;
  onState: (session: SessionResponse) => void;
  /** A poll failed. Polling goes on unless its signal is aborted. */
  onError: (error: ConnectError) => void;
}

/**
 * Polls how far the session got on the server. Beside a message from AuthKit's page, its request for
 * a token is the only proof that it is alive: to the browser, a blocked frame looks like a loaded one.
 * Pauses while the page is hidden, and polls at once when it shows again, is restored from the
 * back-forward cache, or comes back online.
 */
export function pollSession(options: PollSessionOptions): void {
  const { api, id, page = document, signal, onState, onError } = options;
  const start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPolling = false;

  async function poll() {
    clearTimeout(timer);
    if (isPolling || signal.aborted) return;
    let pause = pollInterval(performance.now() - start);
    if (!page.hidden) {
      isPolling = true;
      try {
        const session = await api.readSession(id, signal);
        if (!signal.aborted) onState(session);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof ConnectError)) throw error;
        pause = Math.max(pause, error.retryAfter ?? 0);
        onError(error);
      } finally {
        isPolling = false;
      }
    }
    if (!signal.aborted) timer = setTimeout(poll, pause);
  }

  page.addEventListener("visibilitychange", poll, { signal });
  window.addEventListener("pageshow", poll, { signal });
  window.addEventListener("online", poll, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  void poll();
}
