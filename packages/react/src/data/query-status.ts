import { onlineManager } from "@tanstack/react-query";
import { asConnectError, ConnectError } from "../api/connect-error.ts";

/** The status of the data that a hook returns. */
export interface QueryStatus {
  /** `success` once there is data, even if a later refresh fails. */
  status: "pending" | "error" | "success";
  isFetching: boolean;
  /** Why the last read failed, even if older data is shown. */
  error: ConnectError | null;
}

const offline = new ConnectError("offline", "Nothing was read: the browser is offline.");

/** Derives the status from a query's. Offline, TanStack Query pauses without an error; we have one. */
export function toQueryStatus(query: {
  data: unknown;
  error: unknown;
  isFetching: boolean;
  fetchStatus: "fetching" | "paused" | "idle";
}): QueryStatus {
  const isWaiting = query.fetchStatus === "paused" && !onlineManager.isOnline();
  const error = isWaiting ? offline : query.error === null ? null : asConnectError(query.error);
  if (query.data !== undefined) return { status: "success", isFetching: query.isFetching, error };
  const isPending = error === null || (query.isFetching && !isWaiting);
  return { status: isPending ? "pending" : "error", isFetching: query.isFetching, error };
}
