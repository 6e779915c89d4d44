import type { Connection } from "./connection.ts";
import type { IdentityType } from "./identity.ts";

/**
 * Why a call of an agent waits for the person: no account is connected, the only one no longer
 * works, or several could be meant.
 */
export type ConnectionRequestReason = "missing" | "broken" | "choose";

/**
 * What has become of a request. `connected`: the server has seen an account that works.
 * `declined`: the person said no. `unavailable`: nobody can answer it any more, because it has
 * expired, the platform cannot be connected, or the agent has made the same call again.
 */
export type ConnectionRequestStatus = "pending" | "connected" | "declined" | "unavailable";

/** Asks the person for the account that a call of an agent needs. Holds no secret. */
export interface ConnectionRequest {
  /** UUID; only the person of the call can read or answer it. */
  id: string;
  /** Pica's id of the platform, e.g. `gmail`. */
  platform: string;
  /** What the account has to belong to. */
  identityType: IdentityType;
  /** Follows the person's accounts while the request is pending. */
  reason: ConnectionRequestReason;
  /** What has become of it. */
  status: ConnectionRequestStatus;
  /** The name of the action that waits. */
  action: string;
  /**
   * With `choose`, the accounts to choose from; with `broken`, those to reconnect; otherwise empty.
   */
  candidates: Connection[];
  /** The account that the call uses; only with `connected`. */
  connectionId?: string | undefined;
  /** When a pending request becomes `unavailable`. ISO 8601, UTC. */
  expiresAt: string;
}

/**
 * Body of `POST /connection-requests/:id`: the account that was connected, mended or chosen, which
 * the server verifies, or that the person said no.
 */
export type AnswerConnectionRequest = { connectionId: string } | { declined: true };
