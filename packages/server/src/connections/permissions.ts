import type { ConnectionPermissions, IdentityType, Permission } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { ConnectionRecord } from "./connection-record.ts";

/** What somebody wants to do; `action:<name>` is one of the product's registered actions. */
export type AuthorizeAction =
  | "connect"
  | "reconnect"
  | "rename"
  | "disconnect"
  | `action:${string}`;

export interface AuthorizeRequest<V extends Viewer = Viewer> {
  viewer: V;
  identityType: IdentityType;
  action: AuthorizeAction;
  /** Absent when a whole list is opened to choose from. */
  platform?: string | undefined;
  /** The connection in question; absent for `connect`. */
  connection?: ConnectionRecord | undefined;
}

/**
 * The product's say: true, or why not (a sentence for the person). Lists ask `connect` too, for
 * platforms of connections that only Pica knows yet: without a yes they stay out.
 */
export type Authorize<V extends Viewer = Viewer> = (
  request: AuthorizeRequest<V>,
) => Permission | Promise<Permission>;

export interface Permissions<V extends Viewer> {
  /** Whether the product decides at all; without `authorize` everybody may. */
  readonly decides: boolean;
  ask(request: AuthorizeRequest<V>): Promise<Permission>;
  /** Throws `forbidden` with the product's reason. */
  demand(request: AuthorizeRequest<V>): Promise<void>;
  /** What the viewer may do with one connection. */
  of(viewer: V, connection: ConnectionRecord): Promise<ConnectionPermissions>;
}

export function createPermissions<V extends Viewer>(authorize?: Authorize<V>): Permissions<V> {
  const ask = async (request: AuthorizeRequest<V>): Promise<Permission> => {
    if (!authorize) return true;
    const permission = await authorize(request);
    // Anything but a clear yes is a no: a forgotten `return` must not open a door.
    if (permission === true) return true;
    return { reason: permission?.reason || "You may not do this here." };
  };
  return {
    decides: authorize !== undefined,
    ask,
    demand: async (request) => {
      const permission = await ask(request);
      if (permission !== true) throw new ProblemError("forbidden", { detail: permission.reason });
    },
    of: async (viewer, connection) => {
      // Three promises less for each row of a list.
      if (!authorize) return { reconnect: true, rename: true, disconnect: true };
      const { identityType, platform } = connection;
      const may = (action: AuthorizeAction) =>
        ask({ viewer, identityType, action, platform, connection });
      const [reconnect, rename, disconnect] = await Promise.all([
        may("reconnect"),
        may("rename"),
        may("disconnect"),
      ]);
      return { reconnect, rename, disconnect };
    },
  };
}
