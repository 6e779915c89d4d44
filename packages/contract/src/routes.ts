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
  health: "/health",
});

/** Where the handler is mounted unless the product says otherwise. */
export const defaultBasePath = "/api/connect";

/**
 * The parameter of the product's own pages that names a connection to reconnect. The server's hooks
 * write it into their links, and the kit reads it.
 */
export const reconnectParameter = "ak-reconnect";
