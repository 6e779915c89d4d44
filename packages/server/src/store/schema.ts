import {
  type ConnectionAccess,
  identityTypes,
  type ProblemCode,
  type SessionState,
} from "@authkit-ui/contract";
import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type {
  AgentCallStatus,
  DeletionOutcome,
  DeletionReason,
  PendingHook,
} from "./connect-store.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** The eight columns of the AuthKit guides (`id` to `updated_at`), then the kit's own. */
export const userConnections = pgTable("user_connections", {
  id: uuid("id").primaryKey(),
  /** The identity's id; with `identity_type` it names the owner. */
  userId: text("user_id").notNull(),
  platform: text("platform").notNull(),
  key: text("connection_key").notNull().unique(),
  environment: text("environment", { enum: ["live", "test"] }).notNull(),
  state: text("state", {
    enum: ["operational", "degraded", "failed", "unknown", "gone"],
  }).notNull(),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  identityType: text("identity_type", { enum: identityTypes }).notNull(),
  /** Pica's own row id, which its DELETE takes; null in rows from before this kit. */
  picaId: text("pica_id"),
  name: text("name"),
  account: text("account"),
  /** The hook that still has to run for this row. */
  pendingHook: text("announce").$type<PendingHook>(),
  needsAttention: boolean("needs_attention").notNull(),
  attentionEvent: uuid("attention_event"),
  connectedBy: text("connected_by"),
  lastUsedAt: instant("last_used_at"),
  /** Null until somebody has chosen. */
  access: text("access").$type<ConnectionAccess>(),
});

export const connectSessions = pgTable("connect_sessions", {
  id: uuid("id").primaryKey(),
  userId: text("user_id").notNull(),
  identityType: text("identity_type", { enum: identityTypes }).notNull(),
  platform: text("platform"),
  reconnectId: uuid("reconnects"),
  state: text("state").$type<SessionState>().notNull(),
  code: text("code").$type<ProblemCode>(),
  ticketUses: integer("ticket_uses").notNull(),
  laterPageUses: integer("further_pages").notNull(),
  pages: integer("pages").notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

/**
 * Keys to delete at Pica. A completed row stays for a day, so that a synchronization that began
 * before the disconnect does not insert its key again.
 */
export const pendingDeletions = pgTable("pending_deletions", {
  id: uuid("id").primaryKey(),
  connectionId: uuid("connection_id").notNull(),
  userId: text("user_id").notNull(),
  identityType: text("identity_type", { enum: identityTypes }).notNull(),
  platform: text("platform").notNull(),
  key: text("connection_key").notNull(),
  environment: text("environment", { enum: ["live", "test"] }).notNull(),
  picaId: text("pica_id"),
  name: text("name"),
  account: text("account"),
  reason: text("reason").$type<DeletionReason>().notNull(),
  isHookPending: boolean("announce").notNull(),
  connectionCreatedAt: instant("connection_created_at").notNull(),
  createdAt: instant("created_at").notNull(),
  completedAt: instant("settled_at"),
  outcome: text("outcome").$type<DeletionOutcome>(),
});

/** The identities that sweeps check. */
export const connectIdentities = pgTable(
  "connect_identities",
  {
    userId: text("user_id").notNull(),
    identityType: text("identity_type", { enum: identityTypes }).notNull(),
    environment: text("environment", { enum: ["live", "test"] }).notNull(),
    /** Null until the first check. */
    checkedAt: instant("looked_at"),
    claimedUntil: instant("claimed_until"),
    forgettingSince: instant("forgetting_since"),
  },
  (table) => [primaryKey({ columns: [table.userId, table.identityType, table.environment] })],
);

/** The calls of agents, each with its request for an account. */
export const agentCalls = pgTable("agent_calls", {
  id: uuid("id").primaryKey(),
  key: text("call_key").notNull().unique(),
  userId: text("user_id").notNull(),
  identityType: text("identity_type", { enum: identityTypes }).notNull(),
  person: text("person").notNull(),
  platform: text("platform").notNull(),
  action: text("action").notNull(),
  digest: text("digest").notNull(),
  input: text("input"),
  connectionId: uuid("connection_id"),
  status: text("status").$type<AgentCallStatus>().notNull(),
  claimedUntil: instant("claimed_until"),
  outcome: text("outcome"),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
});
