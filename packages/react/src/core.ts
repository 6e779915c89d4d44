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
export type { Transport } from "./api/transport.ts";
export type { ConnectorCategory } from "./data/catalog.ts";
export type { ActionResult } from "./data/connection-actions.ts";
export { connectionsKey, connectionsQuery } from "./data/connections-query.ts";
export { connectorsKey, connectorsQuery } from "./data/connectors-query.ts";
export { type ConnectScope, scopeKey } from "./data/query-keys.ts";
export { searchConnectors } from "./data/search-connectors.ts";
export { needsAttention } from "./data/sort-connections.ts";
export {
  type UseConnectOptions,
  type UseConnectResult,
  useConnect,
} from "./hooks/use-connect.ts";
export { type ActiveConnectSession, useConnectSession } from "./hooks/use-connect-session.ts";
export {
  type UseConnectionsOptions,
  type UseConnectionsResult,
  useConnections,
} from "./hooks/use-connections.ts";
export {
  type UseConnectorsResult,
  useConnectors,
} from "./hooks/use-connectors.ts";
export { accountName } from "./messages/account-name.ts";
export { failureNotice } from "./messages/failure-notice.ts";
export type { MessageOverrides, Messages } from "./messages/messages.ts";
export { useMessages } from "./messages/use-messages.ts";
export type {
  AuthKitOptions,
  ConnectProviderProps,
  InitialData,
} from "./provider/connect-provider-props.ts";
export type { ConnectEvent } from "./session/connect-event.ts";
export type { ConnectFailure, ConnectOutcome } from "./session/connect-outcome.ts";
export type { ConnectPhase } from "./session/connect-phase.ts";
