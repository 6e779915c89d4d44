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
export {
  AttentionBanner,
  type AttentionBannerProps,
} from "./attention-banner/attention-banner.tsx";
export type {
  AttentionBannerClassNames,
  AttentionBannerState,
} from "./attention-banner/attention-banner-view.tsx";
export { ConnectButton, type ConnectButtonProps } from "./connect-button/connect-button.tsx";
export type { ConnectButtonState } from "./connect-button/connect-button-state.ts";
export type { ConnectButtonClassNames } from "./connect-button/connect-button-view.tsx";
export {
  ConnectChecklist,
  type ConnectChecklistProps,
} from "./connect-checklist/connect-checklist.tsx";
export type { ConnectChecklistClassNames } from "./connect-checklist/connect-checklist-view.tsx";
export {
  ConnectRequest,
  type ConnectRequestProps,
} from "./connect-request/connect-request.tsx";
export type { ConnectRequestClassNames } from "./connect-request/connect-request-view.tsx";
export {
  ConnectionsList,
  type ConnectionsListProps,
} from "./connections-list/connections-list.tsx";
export type { ConnectionsListClassNames } from "./connections-list/connections-list-view.tsx";
export {
  ConnectorGallery,
  type ConnectorGalleryProps,
} from "./connector-gallery/connector-gallery.tsx";
export type { ConnectorGalleryClassNames } from "./connector-gallery/connector-gallery-view.tsx";
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
export { ConnectionBadge, type ConnectionBadgeProps } from "./parts/connection-badge.tsx";
export { ConnectorLogo, type ConnectorLogoProps } from "./parts/connector-logo.tsx";
export { ConnectorScopes, type ConnectorScopesProps } from "./parts/connector-scopes.tsx";
export { ConnectProvider } from "./provider/connect-provider.tsx";
export type { ConnectProviderProps } from "./provider/connect-provider-props.ts";
export {
  RequireConnection,
  type RequireConnectionProps,
} from "./require-connection/require-connection.tsx";
export type { AuthKitOptions } from "./session/authkit-options.ts";
export type { ConnectEvent, SessionEventProps } from "./session/connect-event.ts";
export type { ConnectFailure, ConnectOutcome } from "./session/connect-outcome.ts";
export type { ConnectPhase } from "./session/session-state.ts";
