export type { AgentCandidate, AgentOutcome, AgentProblem } from "@authkit-ui/contract";
export {
  type Action,
  type ActionRequest,
  type Actions,
  defineAction,
  type JsonSchema,
} from "./actions/action.ts";
export type { PassthroughRequest } from "./actions/passthrough.ts";
export type { Agent } from "./agent/agent.ts";
export type { AgentCall } from "./agent/agent-calls.ts";
export type { AgentTool } from "./agent/tools.ts";
export { type ConnectServer, createConnectServer } from "./connect-server.ts";
export type { ActionEffect } from "./connections/access.ts";
export type { DescribeAccount } from "./connections/account-describer.ts";
export type { ConnectionRecord } from "./connections/connection-record.ts";
export type {
  AttentionEvent,
  AttentionHook,
  ConnectionHooks,
} from "./connections/hook-dispatcher.ts";
export type { ForgetReceipt, PendingDeletion } from "./connections/identity-eraser.ts";
export type { Authorize, AuthorizeAction, AuthorizeRequest } from "./connections/permissions.ts";
export type { RequirementsResult } from "./connections/requirements.ts";
export type { SweepOptions, SweepResult } from "./connections/sweeper.ts";
export type { DescribeViewer } from "./connections/viewer-describer.ts";
export type { Watch, WatchOptions } from "./connections/watcher.ts";
export {
  type ConfigurationErrorCode,
  ConnectConfigurationError,
} from "./errors/configuration-error.ts";
export { ProblemError } from "./errors/problem-error.ts";
export type { RequestMetadata } from "./http/client-address.ts";
export type { RateLimits } from "./http/rate-limits.ts";
export type { Identity, Viewer } from "./identity/identity.ts";
export type { Logger } from "./log/logger.ts";
export type { ConnectServerOptions, PicaOptions } from "./options.ts";
export type { PicaGeneration } from "./pica/pica-http.ts";
export {
  type ChangedSession,
  type ConnectStore,
  ConnectStoreError,
  type StoredAgentCall,
  type StoredConnection,
  type StoredDeletion,
  type StoredSession,
} from "./store/connect-store.ts";
export { createMemoryStore } from "./store/memory-store.ts";
