import { createConnectServer, createMemoryStore } from "@authkit-ui/server";

/** Stands for the product's own login. */
export const currentViewer = () => ({ user: "u_router" });

export const connect = createConnectServer({
  secret: process.env.PICA_SECRET_KEY,
  authenticate: currentViewer,
  store: createMemoryStore(),
  pica: { baseUrl: process.env.PICA_BASE_URL },
  authKitOrigins: process.env.AUTHKIT_ORIGIN ? [process.env.AUTHKIT_ORIGIN] : undefined,
});
