import { type Catalog, type Connector, createCatalog } from "./catalog/catalog.ts";
import { type Clock, createClock } from "./clock.ts";
import { createFaults, type Faults } from "./control/faults.ts";
import { createRequestLog, type RequestLog } from "./control/request-log.ts";
import type { ResolvedOptions } from "./options.ts";
import {
  type AuthKitSession,
  type AuthKitSessions,
  createAuthKitSessions,
} from "./sessions/authkit-sessions.ts";
import { createOAuthAttempts, type OAuthAttempts } from "./sessions/oauth-attempts.ts";
import type { Connection } from "./vault/connection.ts";
import { connectionKey } from "./vault/connection-key.ts";
import { Vault } from "./vault/vault.ts";

/** What can be switched at Pica's dashboard. */
export interface Settings {
  whiteLabel: boolean;
  /** Platforms that are switched off in AuthKit. */
  hiddenPlatforms: Set<string>;
}

/** The state of one emulator; two emulators share nothing. */
export interface EmulatorState {
  options: ResolvedOptions;
  /** Path of the emulator's origin, without a slash at its end. */
  basePath: string;
  clock: Clock;
  catalog: Catalog;
  vault: Vault;
  settings: Settings;
  sessions: AuthKitSessions;
  attempts: OAuthAttempts;
  faults: Faults;
  requests: RequestLog;
  /** Puts a new connection into the vault, under a new key. */
  connect(owner: ConnectionOwner, connector: Connector, details: ConnectionDetails): Connection;
  /** Tells the listeners; call it after each change of what a snapshot holds. */
  changed(): void;
  /** Calls the listener after each such change; returns how to stop it. */
  onChange(listener: () => void): () => void;
}

/** For whom a connection is made. */
export type ConnectionOwner = Pick<AuthKitSession, "environment" | "identity" | "identityType">;

/** What a person added on the way. */
export type ConnectionDetails = {
  [Name in "name" | "account" | "tags" | "state"]?: Connection[Name] | undefined;
};

export function createEmulatorState(options: ResolvedOptions): EmulatorState {
  const clock = createClock(options.clock);
  const vault = new Vault();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  return {
    options,
    basePath: options.base.pathname.replace(/\/$/, ""),
    clock,
    catalog: createCatalog(
      options.catalog,
      (platform) => `${options.origin}/logos/${encodeURIComponent(platform)}.svg`,
    ),
    vault,
    settings: { whiteLabel: options.whiteLabel, hiddenPlatforms: new Set() },
    sessions: createAuthKitSessions(clock, options.sessionLifetime),
    attempts: createOAuthAttempts(clock),
    faults: createFaults(),
    requests: createRequestLog(options.requestLogSize),
    connect(owner, connector, details) {
      const now = clock.now();
      const connection: Connection = {
        id: crypto.randomUUID(),
        key: connectionKey(owner.environment, connector.platform, owner.identity),
        environment: owner.environment,
        platform: connector.platform,
        name: details.name ?? null,
        identity: owner.identity,
        identityType: owner.identityType,
        state: details.state ?? "operational",
        active: details.state !== "failed",
        tags: details.tags ?? [],
        account: details.account ?? null,
        createdAt: now,
        updatedAt: now,
      };
      vault.add(connection);
      changed();
      return connection;
    },
    changed,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
