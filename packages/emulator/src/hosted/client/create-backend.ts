import type { ConnectionMessage, ConnectorForm, OAuthCheck } from "./protocol.ts";

/** The emulator's own calls behind the hosted page; upstream's are not published. */
export interface Backend {
  form(connectorId: number): Promise<ConnectorForm>;
  startOAuth(
    connectorId: number,
    request: { name: string; companyName: string },
  ): Promise<{ url: string; state: string }>;
  connect(
    connectorId: number,
    request: { name: string; credentials: Record<string, string> },
  ): Promise<ConnectionMessage>;
  checkOAuth(state: string): Promise<OAuthCheck>;
}

/** Why a call was refused, in a text for people. */
export interface BackendError extends Error {
  /** The session is over: nothing can be done on this page any more. */
  isExpired: boolean;
}

/** Each call throws a BackendError when it is refused. */
export function createBackend(basePath: string, requestId: number): Backend {
  const read = async (response: Response) => {
    const body = await response.json().catch(() => null);
    if (!response.ok) {
      const error = new Error(body?.message ?? `AuthKit answered with status ${response.status}.`);
      throw Object.assign(error, { isExpired: response.status === 410 });
    }
    return body;
  };
  const address = (connectorId: number, call: string) =>
    `${basePath}/authkit/${requestId}/connectors/${connectorId}/${call}`;
  const post = async (path: string, body: unknown) =>
    read(
      await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );

  return {
    form: async (connectorId) => read(await fetch(address(connectorId, "form"))),
    startOAuth: (connectorId, request) => post(address(connectorId, "oauth"), request),
    connect: (connectorId, request) => post(address(connectorId, "connection"), request),
    checkOAuth: async (state) =>
      read(
        await fetch(`${basePath}/v1/connections/oauth/check?state=${encodeURIComponent(state)}`),
      ),
  };
}
