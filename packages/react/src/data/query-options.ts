import { defaultBasePath, type IdentityType } from "@authkit-ui/contract";
import { createConnectApi } from "../api/client.ts";
import { defaultCredentials } from "../api/transport.ts";
import { connectionsQuery } from "./connections-query.ts";
import { connectorsQuery } from "./connectors-query.ts";

/** Where the kit's data is read from, and for whom: the same values as `ConnectProvider`'s. */
export interface ConnectQueryOptions {
  /**
   * Base path or address of the server's handler.
   * @default "/api/connect"
   */
  endpoint?: string | undefined;
  /** Who is signed in, as your product names them. */
  viewerKey: string;
  /**
   * As `fetch` takes it.
   * @default "same-origin"
   */
  credentials?: RequestCredentials | undefined;
  /** Headers of every request, or a function that makes them for each. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
}

const createApi = ({
  endpoint = defaultBasePath,
  credentials = defaultCredentials,
  headers = {},
}: ConnectQueryOptions) =>
  createConnectApi({
    endpoint,
    credentials,
    headers: () => (typeof headers === "function" ? headers() : headers),
  });

const scopeOf = ({ endpoint = defaultBasePath, viewerKey }: ConnectQueryOptions) => ({
  endpoint,
  viewerKey,
});

/**
 * TanStack Query's options for the catalog, for use outside of the provider, e.g. to prefetch it.
 *
 * @example
 * await queryClient.prefetchQuery(connectorsQueryOptions({ viewerKey: user.id }));
 */
export const connectorsQueryOptions = (options: ConnectQueryOptions) =>
  connectorsQuery(createApi(options), scopeOf(options));

/**
 * TanStack Query's options for the viewer's connections, for use outside of the provider.
 *
 * @example
 * const { data } = useQuery(connectionsQueryOptions({ viewerKey: user.id }));
 */
export const connectionsQueryOptions = ({
  identityType = "user",
  ...options
}: ConnectQueryOptions & {
  /**
   * Whose connections.
   * @default "user"
   */
  identityType?: IdentityType | undefined;
}) => connectionsQuery(createApi(options), scopeOf(options), identityType);
