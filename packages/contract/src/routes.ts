const segment = (value: string) => encodeURIComponent(value);

/** Every path of the wire, below the base path at which the handler is mounted. */
export const routes = Object.freeze({
  sessions: "/sessions",
  session: (id: string) => `/sessions/${segment(id)}`,
  token: "/token",
  connectors: "/connectors",
  connections: "/connections",
  connection: (id: string) => `/connections/${segment(id)}`,
  connectionAction: (id: string, action: string) =>
    `/connections/${segment(id)}/actions/${segment(action)}`,
  connectionRequest: (id: string) => `/connection-requests/${segment(id)}`,
  continueConnectionRequest: (id: string) => `/connection-requests/${segment(id)}/continue`,
  health: "/health",
});

/** Where the handler is mounted unless the product says otherwise. */
export const defaultBasePath = "/api/connect";

/**
 * The search parameter that names a connection to reconnect. The server's hooks add it to their
 * links, and the kit reads it on the product's pages.
 */
export const reconnectParameter = "ak-reconnect";
