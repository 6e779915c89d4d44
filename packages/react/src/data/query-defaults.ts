import {
  hashKey,
  type QueryClient,
  type UseMutationOptions,
  type UseQueryOptions,
} from "@tanstack/react-query";

/** Options that each query of the kit sets itself. */
type OwnOption = "queryKey" | "queryFn" | "staleTime" | "refetchInterval" | "retry" | "retryDelay";

const queryOptions = {
  enabled: true,
  networkMode: "online",
  notifyOnChangeProps: undefined,
  placeholderData: undefined,
  refetchIntervalInBackground: false,
  refetchOnMount: true,
  refetchOnReconnect: true,
  refetchOnWindowFocus: true,
  retryOnMount: true,
  select: undefined,
  structuralSharing: true,
  subscribed: true,
  throwOnError: false,
  // On a server TanStack Query has another default, so that no timer keeps the process alive.
  gcTime: undefined,
  initialData: undefined,
  initialDataUpdatedAt: undefined,
  persister: undefined,
  queryHash: undefined,
  queryKeyHashFn: hashKey,
  behavior: undefined,
  maxPages: undefined,
  meta: undefined,
  // `useQuery` reads these two although its types do not have them.
  experimental_prefetchInRender: false,
  suspense: false,
} as const satisfies {
  // An option that TanStack Query adds is a type error here until it is named.
  [Name in Exclude<keyof UseQueryOptions, OwnOption | `_${string}`>]-?:
    | UseQueryOptions[Name]
    | undefined;
} & { experimental_prefetchInRender: false; suspense: false };

/** The options that are not `undefined`: `exactOptionalPropertyTypes` would reject the others. */
type Defined<Options> = {
  [Name in keyof Options as Options[Name] extends undefined ? never : Name]: Options[Name];
};

/**
 * Every option that a query of the kit leaves at TanStack Query's default, by its name. The
 * `defaultOptions` of a shared client would otherwise reach the kit: with `keepPreviousData`, for
 * one, a viewer would see the last viewer's accounts.
 */
export const queryDefaults: Defined<typeof queryOptions> = queryOptions;

/** Options that each mutation of the kit sets itself. */
type OwnMutationOption =
  | "mutationKey"
  | "mutationFn"
  | "onMutate"
  | "onSuccess"
  | "onError"
  | "onSettled";

const mutationOptions = {
  // A press is answered at once, also while the browser is offline.
  networkMode: "always",
  retry: false,
  throwOnError: false,
  retryDelay: undefined,
  gcTime: undefined,
  meta: undefined,
  scope: undefined,
} as const satisfies {
  [Name in Exclude<keyof UseMutationOptions, OwnMutationOption | `_${string}`>]-?:
    | UseMutationOptions[Name]
    | undefined;
};

/** The same for mutations: with a host's `scope`, for one, they would wait for the host's own. */
export const mutationDefaults: Defined<typeof mutationOptions> = mutationOptions;

/** The cached query with this key, also where the client's defaults hash keys differently. */
export const findQuery = (queryClient: QueryClient, key: readonly unknown[]) =>
  queryClient.getQueryCache().get(hashKey(key));
