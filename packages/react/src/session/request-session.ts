import type { Connector, CreateSessionResponse } from "@authkit-ui/contract";
import { ConnectError } from "../api/connect-error.ts";
import { isTransient } from "../api/query-retry.ts";
import type { SessionApi } from "../api/session-api.ts";
import type { SessionRequest } from "./session-store.ts";

/** Tries once more when the failure may pass by itself. */
export async function withRetry<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!isTransient(error)) throw error;
    return await attempt();
  }
}

/** Ends a session on the server; if that fails, its ticket ends by itself after ten minutes. */
export function endRemoteSession(client: SessionApi, id: string): void {
  client.endSession(id).catch(() => {});
}

/** Options of {@link requestSession}. */
export interface RequestSessionOptions {
  client: SessionApi;
  request: SessionRequest;
  findConnector: (platform: string) => Promise<Connector | null>;
  signal: AbortSignal;
}

/**
 * Asks the server for a session and its ticket, and the catalog for the platform's display name,
 * which is what AuthKit selects a platform by.
 * @throws ConnectError also `platform_not_enabled` when the catalog does not have the platform.
 */
export async function requestSession({
  client,
  request,
  findConnector,
  signal,
}: RequestSessionOptions): Promise<CreateSessionResponse> {
  const { platform, identityType, reconnects } = request;
  const creation = withRetry(() =>
    client.createSession(
      {
        identityType,
        ...(platform !== undefined && { platform }),
        ...(reconnects !== undefined && { reconnects }),
      },
      signal,
    ),
  );
  try {
    const [created, connector] = await Promise.all([
      creation,
      platform === undefined ? null : findConnector(platform),
    ]);
    signal.throwIfAborted();
    if (platform !== undefined && connector === null) {
      throw new ConnectError(
        "platform_not_enabled",
        `"${platform}" is not in the catalog. Give Pica's id of a platform, e.g. "gmail", and enable ` +
          "it for AuthKit in Pica's dashboard.",
      );
    }
    return created;
  } catch (error) {
    creation.then(({ id }) => endRemoteSession(client, id)).catch(() => {});
    throw error;
  }
}
