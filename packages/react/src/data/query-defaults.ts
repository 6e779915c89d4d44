import {
  hashKey,
  type QueryClient,
  type UseMutationOptions,
  type UseQueryOptions,
} from "@tanstack/react-query";

/** What each query of the kit says itself. */
type OwnOption = "queryKey" | "queryFn" | "staleTime" | "refetchInterval" | "retry" | "retryDelay";

const named = {
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
  // TanStack Query's own is another one on a server, where a timer would keep the process alive.
  gcTime: undefined,
  initialData: undefined,
  initialDataUpdatedAt: undefined,
  persister: undefined,
  queryHash: undefined,
  queryKeyHashFn: hashKey,
  behavior: undefined,
  maxPages: undefined,
  meta: undefined,
  // Not in the types of `useQuery`, which heeds them nevertheless.
  experimental_prefetchInRender: false,
  suspense: false,
} as const satisfies {
  // An option that TanStack Query adds is a type error here until it is named.
  [Name in Exclude<keyof UseQueryOptions, OwnOption | `_${string}`>]-?:
    | UseQueryOptions[Name]
    | undefined;
} & { experimental_prefetchInRender: false; suspense: false };

/** Without those that are undefined, which `exactOptionalPropertyTypes` would not let pass. */
type Defined<Options> = {
  [Name in keyof Options as Options[Name] extends undefined ? never : Name]: Options[Name];
};

/**
 * Every option that a query of the kit leaves at TanStack Query's default, by its name. The
 * `defaultOptions` of a shared client would otherwise reach the kit: with `keepPreviousData`, for
 * one, a viewer would see the last viewer's accounts.
 */
export const queryDefaults: Defined<typeof named> = named;

/** What each mutation of the kit says itself. */
type OwnMutationOption =
  | "mutationKey"
  | "mutationFn"
  | "onMutate"
  | "onSuccess"
  | "onError"
  | "onSettled";

const namedForMutations = {
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

/** The same for mutations: with a `scope` of the product's, for one, they would wait for others. */
export const mutationDefaults: Defined<typeof namedForMutations> = namedForMutations;

/** The cached query with this key, also where the client's defaults hash keys in another way. */
export const findQuery = (queryClient: QueryClient, key: readonly unknown[]) =>
  queryClient.getQueryCache().get(hashKey(key));
