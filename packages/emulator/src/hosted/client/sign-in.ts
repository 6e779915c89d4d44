import type { Backend } from "./create-backend.ts";
import type { OAuthCheck } from "./protocol.ts";

/** How a sign-in at the provider ended; `closed` when its window was closed before the end. */
export type SignInResult = Exclude<OAuthCheck, { status: "pending" }> | { status: "closed" };

/** Polls the sign-in until it has ended, or until `isClosed` says that its window is closed. */
export async function waitForSignIn(
  backend: Backend,
  state: string,
  pollInterval: number,
  isClosed: () => boolean,
): Promise<SignInResult> {
  for (;;) {
    // Read before the check, so that a sign-in that ended just before the window closed counts.
    const wasClosed = isClosed();
    const check = await backend.checkOAuth(state);
    if (check.status !== "pending") return check;
    if (wasClosed) return { status: "closed" };
    await new Promise((resolve) => setTimeout(resolve, pollInterval));
  }
}
