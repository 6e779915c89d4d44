import type { Backend } from "./create-backend.ts";
import type { OAuthCheck } from "./protocol.ts";

/** How a sign-in at the provider ended; `closed` when its window was closed before the end. */
export type SignInResult = Exclude<OAuthCheck, { status: "pending" }> | { status: "closed" };

/** Looks every so often how the sign-in goes, until it has ended or `isClosed` says so. */
export async function waitForSignIn(
  backend: Backend,
  state: string,
  pollInterval: number,
  isClosed: () => boolean,
): Promise<SignInResult> {
  for (;;) {
    // Asked before the look: what the window did just before it closed still counts.
    const wasClosed = isClosed();
    const check = await backend.checkOAuth(state);
    if (check.status !== "pending") return check;
    if (wasClosed) return { status: "closed" };
    await new Promise((resolve) => setTimeout(resolve, pollInterval));
  }
}
