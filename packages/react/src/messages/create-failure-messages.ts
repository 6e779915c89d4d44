import { type ConnectErrorCode, isConfigurationFault } from "../api/connect-error.ts";
import type { FailureFacts, Notice, SessionMessages } from "./session-messages.ts";

/** What people can tell apart, and do something about; several codes may come to the same. */
export type FailureKind =
  | "blocked"
  | "offline"
  | "network"
  | "timeout"
  | "signedOut"
  | "forbidden"
  | "notEnabled"
  | "rateLimited"
  | "quota"
  | "misconfigured"
  | "disconnected"
  | "ended"
  | "declined"
  | "internal";

const kinds: Partial<Record<ConnectErrorCode, FailureKind>> = {
  frame_blocked: "blocked",
  offline: "offline",
  network: "network",
  timeout: "timeout",
  upstream_timeout: "timeout",
  unauthorized: "signedOut",
  forbidden: "forbidden",
  identity_type_unavailable: "forbidden",
  platform_not_enabled: "notEnabled",
  rate_limited: "rateLimited",
  upstream_rate_limited: "rateLimited",
  upstream_quota_exceeded: "quota",
  not_found: "disconnected",
  ticket_invalid: "ended",
  ticket_expired: "ended",
  ticket_spent: "ended",
  session_ended: "ended",
  frame_error: "declined",
};

/** A language's failures, one notice per kind. */
export const createFailureMessages =
  (notices: Record<FailureKind, (facts: FailureFacts) => Notice>): SessionMessages["failure"] =>
  (code, facts) =>
    notices[kinds[code] ?? (isConfigurationFault(code) ? "misconfigured" : "internal")](facts);
