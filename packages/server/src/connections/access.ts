import type { ConnectionAccess } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import type { StoredConnection } from "../store/connect-store.ts";

/** Whether a request only reads at the provider. */
export type ActionEffect = "read" | "write";

/** What a request does: what it says of itself, else by its method. Only a GET reads. */
export const effectOf = (request: {
  method: string;
  effect?: ActionEffect | undefined;
}): ActionEffect => request.effect ?? (request.method === "GET" ? "read" : "write");

/** Whether a connection may be used for that. One without a level may be used for everything. */
export function accessAllows(
  access: ConnectionAccess | null | undefined,
  effect: ActionEffect,
): boolean {
  if (access === null || access === undefined || access === "full") return true;
  return access === "read" && effect === "read";
}

/** Throws `access_denied` if the connection may not be used for that. */
export function assertAccess({ access }: StoredConnection, effect: ActionEffect): void {
  if (accessAllows(access, effect)) return;
  throw new ProblemError("access_denied", {
    detail:
      access === "read"
        ? "This account may only be read, and the request may change something. Nothing was sent. " +
          "What the account may be used for can be changed in the list of accounts."
        : "This account may not be used. Nothing was sent. " +
          "What the account may be used for can be changed in the list of accounts.",
  });
}
