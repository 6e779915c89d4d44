export type {
  CreateSessionRequest,
  CreateSessionResponse,
  SessionResponse,
  SessionState,
} from "./connect-session.ts";
export type {
  Connection,
  ConnectionEnvironment,
  ConnectionOperation,
  ConnectionPermissions,
  ConnectionState,
  ConnectionsResponse,
  ListConnectionsQuery,
  Permission,
  RenameConnectionRequest,
  SaveConnectionRequest,
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
