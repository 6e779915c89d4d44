import type { Connection } from "./connection.ts";
import type { ConnectionRequest, ConnectionRequestReason } from "./connection-request.ts";
import type { ProblemCode } from "./problem.ts";

/** An account that a call could use, as a model may hear of it. */
export type AgentCandidate = Pick<Connection, "id" | "name" | "account" | "state">;

/** Why a call was refused: the input, `authorize`, or the provider. */
export interface AgentProblem {
  code: ProblemCode;
  /** What happened, why, and what to do, without secrets. */
  detail: string;
  /** The provider's own HTTP status; only with `provider_refused`. */
  providerStatus?: number | undefined;
}

/**
 * What has become of a call. Plain JSON without secrets and connection keys, so that it can be given
 * to a model.
 */
export type AgentOutcome =
  /** The provider has answered. */
  | {
      status: "done";
      /** The account that was used. Pass it to the next call that must use the same one. */
      connectionId: string;
      /** Parsed JSON, or text; null for an empty answer. */
      result: unknown;
    }
  /** The call waits until the person has connected, reconnected or chosen an account. */
  | {
      status: "connection_required";
      platform: string;
      reason: ConnectionRequestReason;
      /** The accounts to choose from, or to reconnect. Absent if there are none. */
      candidates?: AgentCandidate[] | undefined;
      /** For `agent.resolve`. */
      requestId: string;
      /** For `<ConnectRequest>`. The `key` of its candidates is empty, since a model may read it. */
      request: ConnectionRequest;
    }
  /** The person said no. The provider was not asked. */
  | { status: "declined"; requestId: string; platform: string }
  /**
   * Nobody answered in time, the person cannot connect the platform, or the same call was made again
   * and has taken this one's place. The provider was not asked.
   */
  | { status: "unavailable"; requestId: string; platform: string }
  | { status: "refused"; problem: AgentProblem }
  /**
   * The process ended during the call, or the provider was asked to change something and did not
   * answer within `pica.timeout`. Nobody knows whether the call has run, so it is not repeated.
   */
  | { status: "interrupted" };
