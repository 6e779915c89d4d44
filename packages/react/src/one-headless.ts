export type {
  AgentCandidate,
  AgentOutcome,
  AgentProblem,
  Connection,
  ConnectionAccess,
  ConnectionOperation,
  ConnectionPermissions,
  ConnectionRequest,
  ConnectionRequestReason,
  ConnectionRequestStatus,
  ConnectionState,
  Connector,
  ConnectorScope,
  IdentityType,
  Permission,
  Requirement,
} from "@authkit-ui/contract";
export {
  ConnectError,
  type ConnectErrorCode,
  type ConnectErrorDetails,
} from "./api/connect-error.ts";
export type { ConnectorCategory } from "./data/catalog.ts";
export type { InitialData } from "./data/hydrate-initial-data.ts";
export { type ConnectKeyParams, connectKeys } from "./data/query-keys.ts";
export {
  type ConnectQueryOptions,
  connectionsQueryOptions,
  connectorsQueryOptions,
} from "./data/query-options.ts";
export type { CheckedRequirement, RequirementState } from "./data/requirements.ts";
export { searchConnectors } from "./data/search-connectors.ts";
export { needsAttention } from "./data/sort-connections.ts";
export {
  type UseAttentionOptions,
  type UseAttentionResult,
  useAttention,
} from "./hooks/use-attention.ts";
export {
  type UseConnectOptions,
  type UseConnectResult,
  useConnect,
} from "./hooks/use-connect.ts";
export {
  type UseConnectRequestOptions,
  type UseConnectRequestResult,
  useConnectRequest,
} from "./hooks/use-connect-request.ts";
export { type ActiveConnectSession, useConnectSession } from "./hooks/use-connect-session.ts";
export {
  type ActionResult,
  type UseConnectionsOptions,
  type UseConnectionsResult,
  useConnections,
} from "./hooks/use-connections.ts";
export {
  type UseConnectorsResult,
  useConnectors,
} from "./hooks/use-connectors.ts";
export type { ConnectRequestState } from "./hooks/use-request-flow.ts";
export {
  type UseRequirementsOptions,
  type UseRequirementsResult,
  useRequirements,
} from "./hooks/use-requirements.ts";
export { type FailureSubject, failureNotice } from "./messages/failure-notice.ts";
export type { MessageOverrides, Messages } from "./messages/messages.ts";
export { accountName } from "./messages/names.ts";
export type { Notice } from "./messages/session-messages.ts";
export { useFailureNotice } from "./messages/use-failure-notice.ts";
export { useMessages } from "./messages/use-messages.ts";
export type { ConnectProviderProps } from "./provider/connect-provider-props.ts";
export { ConnectProvider } from "./provider/one-connect-provider.tsx";
export type { AuthKitOptions } from "./session/authkit-options.ts";
export type { ConnectEvent, SessionEventProps } from "./session/connect-event.ts";
export type { ConnectFailure, ConnectOutcome } from "./session/connect-outcome.ts";
export type { ConnectPhase } from "./session/session-state.ts";
