import type { AuthKitAdapter } from "./authkit-adapter.ts";
import { hasStoredRedirect, subscribeToResume } from "./resumed-session.ts";

/** One's AuthKit, which needs no package. */
export const oneAdapter: AuthKitAdapter = {
  defaultBaseUrl: "https://auth.withone.ai",
  load: () => import("./one.ts"),
  async resume(dependencies) {
    if (!hasStoredRedirect()) return;
    // If the chunk cannot be loaded, the next list shows the account anyway.
    const code = await import("./one-redirect.ts").catch(() => null);
    await code?.resume(dependencies);
  },
  subscribeToResume,
};
