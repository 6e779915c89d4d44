import type { ConnectionState } from "@authkit-ui/contract";
import { type SQL, sql } from "drizzle-orm";
import type { AttentionHooks, StoredConnection } from "./connect-store.ts";

type Attention = Pick<StoredConnection, "needsAttention" | "attentionEvent">;

/**
 * How a new state changes a row's attention. `degraded` and `unknown` change nothing, because Pica
 * refreshes a degraded connection by itself. A later change replaces one whose hook has not run yet,
 * so the last hook always matches the last state.
 */
export function attentionAfter(
  before: Attention,
  {
    state,
    event,
    hooks,
  }: { state: ConnectionState; event: string; hooks: AttentionHooks | undefined },
): Attention {
  const needsAttention =
    state === "failed" || state === "gone" || (state !== "operational" && before.needsAttention);
  if (needsAttention === before.needsAttention) return before;
  const hasHook = needsAttention ? hooks?.needsAttention : hooks?.recovered;
  return { needsAttention, attentionEvent: hasHook ? event : null };
}

/** The attention of a new row. */
export const noAttention: Attention = { needsAttention: false, attentionEvent: null };

/** The same in SQL. */
export function sqlAttentionAfter(
  before: Record<keyof Attention, SQL>,
  { state, event, hooks }: { state: SQL; event: SQL; hooks: AttentionHooks | undefined },
): Record<keyof Attention, SQL> {
  const eventOf = (hasHook = false) => (hasHook ? sql`${event}::uuid` : sql`null::uuid`);
  const breaks = sql`${state} in ('failed', 'gone')`;
  const recovers = sql`${state} = 'operational'`;
  return {
    needsAttention: sql`(${breaks} or (${before.needsAttention} and not ${recovers}))`,
    attentionEvent: sql`case
      when ${breaks} and not ${before.needsAttention} then ${eventOf(hooks?.needsAttention)}
      when ${recovers} and ${before.needsAttention} then ${eventOf(hooks?.recovered)}
      else ${before.attentionEvent} end`,
  };
}
