import type { ConnectionPermissions, IdentityType, Permission } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { ConnectionRecord } from "./connection-record.ts";

/** What a viewer wants to do; `action:<name>` is one of the product's registered actions. */
export type AuthorizeAction =
  | "connect"
  | "reconnect"
  | "rename"
  | "set-access"
  | "disconnect"
  | `action:${string}`;

/** What `authorize` is asked: may this viewer do this. */
export interface AuthorizeRequest<V extends Viewer = Viewer> {
  viewer: V;
  identityType: IdentityType;
  action: AuthorizeAction;
  /** Absent when a connect session begins without a platform. */
  platform?: string | undefined;
  /**
   * The connection to act on. Absent for `connect`, and for an action of an agent while nobody knows
   * which account it will use.
   */
  connection?: ConnectionRecord | undefined;
}

/**
 * Decides whether the viewer may do something: true, or `{ reason }`, a sentence for the person. It
 * is asked at every call. Lists also ask it `connect`, for connections that are at Pica and not in
 * the table yet: those that it refuses are not listed.
 */
export type Authorize<V extends Viewer = Viewer> = (
  request: AuthorizeRequest<V>,
) => Permission | Promise<Permission>;

export interface Permissions<V extends Viewer> {
  /** Whether there is an `authorize`; without one everybody may do everything. */
  readonly isRestricted: boolean;
  check(request: AuthorizeRequest<V>): Promise<Permission>;
  /** Throws `forbidden` with the product's reason. */
  assert(request: AuthorizeRequest<V>): Promise<void>;
  /** What the viewer may do with one connection. */
  forConnection(viewer: V, connection: ConnectionRecord): Promise<ConnectionPermissions>;
}

export function createPermissions<V extends Viewer>(
  authorize: Authorize<V> | undefined,
  /** Whether connections have levels of access. */
  hasAccessLevels: boolean,
): Permissions<V> {
  const check = async (request: AuthorizeRequest<V>): Promise<Permission> => {
    if (!authorize) return true;
    const permission = await authorize(request);
    // Anything but `true` is a refusal: a forgotten `return` must not allow anything.
    if (permission === true) return true;
    return { reason: permission?.reason || "You may not do this here." };
  };
  return {
    isRestricted: authorize !== undefined,
    check,
    assert: async (request) => {
      const permission = await check(request);
      if (permission !== true) throw new ProblemError("forbidden", { detail: permission.reason });
    },
    forConnection: async (viewer, connection) => {
      if (!authorize) {
        const all = { reconnect: true, rename: true, disconnect: true } as const;
        return hasAccessLevels ? { ...all, setAccess: true } : all;
      }
      const { identityType, platform } = connection;
      const may = (action: AuthorizeAction) =>
        check({ viewer, identityType, action, platform, connection });
      const [reconnect, rename, disconnect, setAccess] = await Promise.all([
        may("reconnect"),
        may("rename"),
        may("disconnect"),
        hasAccessLevels ? may("set-access") : undefined,
      ]);
      return { reconnect, rename, disconnect, ...(setAccess && { setAccess }) };
    },
  };
}
