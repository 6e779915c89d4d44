import type { Identity } from "../src/identity/identity.ts";
import type {
  ConnectStore,
  FoundConnection,
  StoredSession,
  SyncInput,
} from "../src/store/connect-store.ts";

export const environment = "test";
export const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
export const hour = 3600;

export const someone = (): Identity => ({ type: "user", id: `u_${crypto.randomUUID()}` });
export const someKey = () => `test::gmail::default::${crypto.randomUUID()}`;

export function session(identity: Identity, rest: Partial<StoredSession> = {}): StoredSession {
  return {
    id: crypto.randomUUID(),
    identity,
    platform: "gmail",
    reconnectId: null,
    state: "created",
    code: null,
    ticketUses: 0,
    laterPageUses: 0,
    pages: 0,
    createdAt: at(0),
    expiresAt: at(24 * hour),
    ...rest,
  };
}

export function fresh(rest: Partial<FoundConnection> = {}): FoundConnection {
  const newRowId = crypto.randomUUID();
  return {
    newRowId,
    key: someKey(),
    picaId: `pica-${newRowId}`,
    platform: "gmail",
    state: "operational",
    name: null,
    ...rest,
  };
}

/** The two things that nearly every test does with a store. */
export function createSteps(open: () => ConnectStore) {
  return {
    save: (identity: Identity, row: FoundConnection, rest: Partial<SyncInput> = {}) =>
      open().upsertConnections({
        identity,
        environment,
        found: [row],
        missing: [],
        pendingHook: null,
        now: at(0),
        ...rest,
      }),
    list: (identity: Identity) => open().findConnections({ identity, environment }),
  };
}
