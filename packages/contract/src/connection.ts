import type { IdentityType } from "./identity.ts";

/** Which of Pica's two worlds a connection lives in; fixed by the secret key. */
export type ConnectionEnvironment = "live" | "test";

/**
 * A connection's health. The first four are Pica's. `gone` is the server's own: Pica no longer has
 * the connection, though nobody disconnected it here.
 */
export type ConnectionState = "operational" | "degraded" | "failed" | "unknown" | "gone";

/**
 * What the product may use an account for: `full` for everything, `read` for requests that only read,
 * `off` for nothing. The server refuses the rest before it asks Pica.
 */
export type ConnectionAccess = "off" | "read" | "full";

/** Every {@link ConnectionAccess}, in the order in which they are offered. */
export const connectionAccesses = Object.freeze([
  "full",
  "read",
  "off",
] as const satisfies readonly ConnectionAccess[]);

/** A thing that can be done to a connection, as `authorize` names it. */
export type ConnectionOperation = "reconnect" | "rename" | "set-access" | "disconnect";

/** `true`, or the product's reason why this viewer may not. */
export type Permission = true | { reason: string };

/** What the viewer may do with one connection. */
export interface ConnectionPermissions {
  /** Whether the viewer may reconnect it. */
  reconnect: Permission;
  /** Whether the viewer may rename it. */
  rename: Permission;
  /** Whether the viewer may disconnect it. */
  disconnect: Permission;
  /** Absent where the server has no levels of access. */
  setAccess?: Permission | undefined;
}

/** One connected account. */
export interface Connection {
  /** Id of the server's row (UUID). A reconnect keeps it. */
  id: string;
  /** Pica's connection key. A reconnect changes it. It is useless without the secret key. */
  key: string;
  /** Pica's id of the platform, e.g. `gmail`. */
  platform: string;
  /** The name a person gave it, or `null`. */
  name: string | null;
  /** What tells two accounts of one platform apart, e.g. an address. */
  account?: string | undefined;
  /** Whether it belongs to a live or a test key of Pica. */
  environment: ConnectionEnvironment;
  /** Whether it works. */
  state: ConnectionState;
  /** What it belongs to. */
  identityType: IdentityType;
  /** What the viewer may do with it. */
  can: ConnectionPermissions;
  /** What the product may use it for. Absent, which is everything, where the server has no levels. */
  access?: ConnectionAccess | undefined;
  /**
   * Who connected it, as the product calls them. Only accounts of a group have it, and only where the
   * server was told; it is for people to read, and is no id.
   */
  connectedBy?: string | undefined;
  /**
   * When an action or a passthrough last used it with success, to a few minutes. ISO 8601, UTC; absent
   * if none has.
   */
  lastUsedAt?: string | undefined;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC. */
  updatedAt: string;
}

/** Query of `GET /connections`. */
export interface ListConnectionsQuery {
  /** @default "user" */
  identityType?: IdentityType | undefined;
  /** `"true"`: look at Pica again, though that was done moments ago. */
  refresh?: "true" | "false" | undefined;
}

/** Answer of `GET /connections`. */
export interface ConnectionsResponse {
  /** The connections, in the order in which they were made. */
  connections: Connection[];
  /** The table's last known truth: Pica could not be asked in full just now. */
  stale: boolean;
  /** Opaque id of the identity that these belong to. Another value means another person or another group. */
  viewer: string;
}

/** Body of `POST /connections`. */
export interface SaveConnectionRequest {
  /** The key that AuthKit reported: a hint, which the server verifies at Pica. */
  key: string;
  /** Id of the connect session in which AuthKit reported it. */
  sessionId: string;
}

/** Body of `PATCH /connections/:id`: one change. */
export type UpdateConnectionRequest =
  /** 1–100 characters after trimming, no control characters; an empty one takes the name away. */
  { name: string } | { access: ConnectionAccess };
