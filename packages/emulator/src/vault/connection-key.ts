import type { Environment } from "./connection.ts";

/**
 * A new connection key: `{environment}::{platform}::default::{id}|{identity}`. Spaces and colons
 * of the identity become dashes; without an identity there is no `|` part (withoneai/pica,
 * `core/api/src/logic/connection.rs`).
 */
export function connectionKey(
  environment: Environment,
  platform: string,
  identity: string | null,
): string {
  const id = crypto.randomUUID().replaceAll("-", "");
  const suffix = identity === null ? "" : `|${identity.replace(/[ :]/g, "-")}`;
  return `${environment}::${platform}::default::${id}${suffix}`;
}
