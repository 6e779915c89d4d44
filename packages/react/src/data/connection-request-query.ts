import type {
  AgentOutcome,
  AnswerConnectionRequest,
  ConnectionRequest,
  IdentityType,
} from "@authkit-ui/contract";
import type { QueryClient, UseQueryOptions } from "@tanstack/react-query";
import type { ConnectApi } from "../api/client.ts";
import { ConnectError } from "../api/connect-error.ts";
import { queryRetry } from "../api/query-retry.ts";
import type { ConnectEvent } from "../session/connect-event.ts";
import { findQuery, mutationDefaults, queryDefaults } from "./query-defaults.ts";
import { type ConnectKeyParams, connectKeys } from "./query-keys.ts";

/** What the query and the mutation of requests work with. */
export interface ConnectionRequestDependencies {
  api: Pick<
    ConnectApi,
    "readConnectionRequest" | "answerConnectionRequest" | "continueConnectionRequest"
  >;
  queryClient: QueryClient;
  keyParams: ConnectKeyParams;
  emit: (event: ConnectEvent) => void;
  /** Reads the list again, and tells other tabs. */
  invalidateConnections: (identityType: IdentityType) => void;
}

/** Whether the request can no longer change. */
export const isSettled = ({ status }: Pick<ConnectionRequest, "status">): boolean =>
  status !== "pending";

/**
 * TanStack Query's options for one request. It is never fresh while it is pending, and it is not
 * read again once it is settled.
 *
 * @param request The request as the page got it, which may be old.
 */
export const connectionRequestQuery = (
  { api, queryClient, keyParams }: ConnectionRequestDependencies,
  request: ConnectionRequest,
) => {
  const queryKey = connectKeys.connectionRequests(keyParams, request.id);
  const known = () => findQuery(queryClient, queryKey)?.state.data as ConnectionRequest | undefined;
  const isFinal = () => isSettled(known() ?? request);
  return {
    queryKey,
    queryFn: async ({ signal }): Promise<ConnectionRequest> => {
      const answer = await api.readConnectionRequest(request.id, signal).catch((error) => {
        if (!(error instanceof ConnectError) || error.code !== "not_found") throw error;
        // The server forgets requests some time after they have expired.
        return { ...request, status: "unavailable" as const, candidates: [] };
      });
      const current = known();
      // The person may have answered while an older state was on its way.
      return current && isSettled(current) ? current : answer;
    },
    ...queryDefaults,
    ...queryRetry,
    staleTime: 0,
    enabled: () => !isFinal(),
    // Not `queryOptions()`: its types differ between the versions of TanStack Query.
  } satisfies UseQueryOptions<ConnectionRequest>;
};

/** Puts back a request that an account had settled, and reads it again. */
export function reopenRequest(
  { queryClient, keyParams }: Pick<ConnectionRequestDependencies, "queryClient" | "keyParams">,
  request: ConnectionRequest,
) {
  const queryKey = connectKeys.connectionRequests(keyParams, request.id);
  const query = findQuery(queryClient, queryKey);
  const known = query?.state.data as ConnectionRequest | undefined;
  if (known?.status !== "connected") return;
  query?.setData(request, { manual: true });
  void queryClient.invalidateQueries({ queryKey });
}

/** Answers a request. Only what the server then says settles it. */
export function answerRequestMutation(
  deps: ConnectionRequestDependencies,
  { id, platform, identityType, reason }: ConnectionRequest,
) {
  const { api, queryClient, keyParams, emit } = deps;
  const queryKey = connectKeys.connectionRequests(keyParams, id);
  return {
    ...mutationDefaults,
    // With another request, the state of the last one's answer is gone.
    mutationKey: [...queryKey, "answer"],
    mutationFn: (answer: AnswerConnectionRequest): Promise<ConnectionRequest> =>
      api.answerConnectionRequest(id, answer),
    onSuccess(answered: ConnectionRequest) {
      findQuery(queryClient, queryKey)?.setData(answered, { manual: true });
      const { status } = answered;
      if (isSettled(answered)) emit({ name: "request_settled", platform, reason, status });
      deps.invalidateConnections(identityType);
    },
    onError({ code }: ConnectError) {
      emit({ name: "request_failed", platform, code });
      // E.g. another tab has answered first.
      void queryClient.invalidateQueries({ queryKey });
    },
  };
}

/** Continues the call that a settled request has stopped. It may wait for the person once more. */
export function continueRequestMutation(
  deps: Pick<ConnectionRequestDependencies, "api" | "queryClient" | "keyParams">,
  { id, status }: ConnectionRequest,
) {
  const { api, keyParams } = deps;
  return {
    ...mutationDefaults,
    // With another request, the outcome of the last one's call is gone.
    mutationKey: [...connectKeys.connectionRequests(keyParams, id), "continue"],
    mutationFn: (): Promise<AgentOutcome | null> =>
      api.continueConnectionRequest(id).catch((error) => {
        const isNotFound = error instanceof ConnectError && error.code === "not_found";
        // A request that the server no longer knows has no call either.
        if (!isNotFound || status !== "unavailable") throw error;
        return null;
      }),
    onSuccess(outcome: AgentOutcome | null) {
      if (outcome?.status === "connection_required") reopenRequest(deps, outcome.request);
    },
  };
}
