import { type ConnectServer, createConnectServer, createMemoryStore } from "@authkit-ui/server";

/** Stands for the product's own login. */
export async function currentViewer() {
  return { user: "u_next" };
}

/** With the slash that `trailingSlash` asks for, so that no request is redirected. */
export const endpoint = process.env.NODE_ENV === "production" ? "/api/connect/" : "/api/connect";

// For `next build` alone: a server that starts without its key says so.
const isBuild = process.env.NEXT_PHASE === "phase-production-build";
// Next bundles the page and the route apart from each other: both must meet the same store.
const shared = globalThis as { connect?: ConnectServer };

shared.connect ??= createConnectServer({
  secret: process.env.PICA_SECRET_KEY ?? (isBuild ? "sk_test_build" : undefined),
  authenticate: currentViewer,
  store: createMemoryStore(),
  pica: { baseUrl: process.env.PICA_BASE_URL },
  authKitOrigins: process.env.AUTHKIT_ORIGIN ? [process.env.AUTHKIT_ORIGIN] : undefined,
});
export const connect = shared.connect;
