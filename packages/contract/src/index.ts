export type { AgentCandidate, AgentOutcome, AgentProblem } from "./agent-outcome.ts";
export type {
  CreateSessionRequest,
  CreateSessionResponse,
  SessionResponse,
  SessionState,
} from "./connect-session.ts";
export {
  type Connection,
  type ConnectionAccess,
  type ConnectionEnvironment,
  type ConnectionOperation,
  type ConnectionPermissions,
  type ConnectionState,
  type ConnectionsResponse,
  connectionAccesses,
  type ListConnectionsQuery,
  type Permission,
  type SaveConnectionRequest,
  type UpdateConnectionRequest,
} from "./connection.ts";
export type {
  AnswerConnectionRequest,
  ConnectionRequest,
  ConnectionRequestReason,
  ConnectionRequestStatus,
} from "./connection-request.ts";
export type { Connector, ConnectorScope, ConnectorsResponse } from "./connector.ts";
export type { HealthCheck, HealthResponse } from "./health.ts";
export { type IdentityType, identityTypes } from "./identity.ts";
export {
  type Problem,
  type ProblemCode,
  problemContentType,
  problemStatuses,
} from "./problem.ts";
export type { Requirement } from "./requirement.ts";
export { defaultBasePath, reconnectParameter, routes } from "./routes.ts";
