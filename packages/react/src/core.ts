export type {
  Connection,
  ConnectionOperation,
  ConnectionPermissions,
  ConnectionState,
  Connector,
  IdentityType,
  Permission,
} from "@authkit-ui/contract";
export {
  type ConnectClient,
  type ConnectClientOptions,
  createConnectClient,
} from "./api/client.ts";
export { ConnectError, type ConnectErrorCode } from "./api/connect-error.ts";
export type { Transport } from "./api/send.ts";
export { accountName } from "./connections/account-name.ts";
export type { ConnectionChange } from "./connections/connection-actions.ts";
export { needsAttention } from "./connections/needs-attention.ts";
export { connectionsKey, connectionsQuery } from "./connections/queries.ts";
export {
  type UseConnectionsOptions,
  type UseConnectionsResult,
  useConnections,
} from "./connections/use-connections.ts";
export type { ConnectorCategory } from "./connectors/catalog.ts";
export { connectorsKey, connectorsQuery } from "./connectors/queries.ts";
export { searchConnectors } from "./connectors/search-connectors.ts";
export {
  type UseConnectorsResult,
  useConnectors,
} from "./connectors/use-connectors.ts";
export { failureNotice } from "./messages/failure-notice.ts";
export type { MessageOverrides, Messages } from "./messages/messages.ts";
export { useMessages } from "./messages/use-messages.ts";
export type { ConnectEvent } from "./provider/connect-event.ts";
export type {
  AuthKitOptions,
  ConnectProviderProps,
  InitialData,
} from "./provider/connect-provider-props.ts";
export { type ConnectScope, scopeKey } from "./provider/scope.ts";
export type { ConnectFailure, ConnectOutcome } from "./session/connect-outcome.ts";
export type { ConnectPhase } from "./session/connect-phase.ts";
export {
  type UseConnectOptions,
  type UseConnectResult,
  useConnect,
} from "./session/use-connect.ts";
export { type ActiveConnectSession, useConnectSession } from "./session/use-connect-session.ts";
