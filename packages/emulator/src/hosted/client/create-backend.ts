import type { ConnectionMessage, ConnectorForm, OAuthCheck } from "./protocol.ts";

/** The emulator's own calls behind the hosted page; upstream's are not published. */
export interface Backend {
  form(connectorId: number): Promise<ConnectorForm>;
  startOAuth(request: {
    connectorId: number;
    name: string;
    companyName: string;
  }): Promise<{ url: string; state: string }>;
  connect(request: {
    connectorId: number;
    name: string;
    credentials: Record<string, string>;
  }): Promise<ConnectionMessage>;
  checkOAuth(state: string): Promise<OAuthCheck>;
}

/** Each call throws an Error with a text for people when it is refused. */
export function createBackend(basePath: string, requestId: number): Backend {
  const read = async (response: Response) => {
    const body = await response.json().catch(() => null);
    if (!response.ok) throw new Error(body?.message ?? `AuthKit answered ${response.status}.`);
    return body;
  };
  const post = async (path: string, body: unknown) =>
    read(
      await fetch(`${basePath}/authkit/${requestId}/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );

  return {
    form: async (connectorId) =>
      read(await fetch(`${basePath}/authkit/${requestId}/connectors/${connectorId}`)),
    startOAuth: (request) => post("oauth", request),
    connect: (request) => post("connections", request),
    checkOAuth: async (state) =>
      read(
        await fetch(`${basePath}/v1/connections/oauth/check?state=${encodeURIComponent(state)}`),
      ),
  };
}
