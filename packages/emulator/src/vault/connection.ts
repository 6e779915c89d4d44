/** Pica's two worlds; the prefix of the secret key decides. */
export type Environment = "test" | "live";

/** The kind of owner that a connection belongs to. */
export type IdentityType = "user" | "team" | "organization" | "project";

/** A connection's health, in the words of Pica's documentation. */
export type ConnectionState = "operational" | "degraded" | "failed" | "unknown";

export const environments = ["test", "live"] as const satisfies readonly Environment[];

export const identityTypes = [
  "user",
  "team",
  "organization",
  "project",
] as const satisfies readonly IdentityType[];

export const connectionStates = [
  "operational",
  "degraded",
  "failed",
  "unknown",
] as const satisfies readonly ConnectionState[];

/** What the vault holds of one connected account. Times are milliseconds since 1970, UTC. */
export interface Connection {
  /** UUID: the `id` of the API's rows. */
  id: string;
  key: string;
  environment: Environment;
  platform: string;
  name: string | null;
  identity: string | null;
  identityType: IdentityType | null;
  state: ConnectionState;
  /** A failed connection is inactive: Pica's documentation defines it so. */
  active: boolean;
  tags: string[];
  /** The provider account behind it; no row of the API carries it, only passthrough tells it. */
  account: string | null;
  createdAt: number;
  updatedAt: number;
}
