import type { AuthKitPayload, Token, TokenRow } from "./protocol.ts";

/**
 * Fetches the token body from the product's endpoint, page by page.
 *
 * @throws Error with a text for people when the endpoint does not answer with a token body.
 */
export async function fetchToken(payload: AuthKitPayload): Promise<Token> {
  const maxPages = 200;
  const rows = new Map<number, TokenRow>();
  let requestId: unknown;
  let isWhiteLabel = false;

  const isRow = (row: unknown): row is TokenRow =>
    typeof row === "object" &&
    row !== null &&
    "connectionDefId" in row &&
    typeof row.connectionDefId === "number" &&
    "title" in row &&
    typeof row.title === "string";

  const fetchPage = async (page: number) => {
    const address = new URL(payload.linkTokenEndpoint, location.href);
    address.searchParams.set("page", String(page));
    address.searchParams.set("limit", "100");
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(payload.linkHeaders ?? {})) {
      headers[name] = String(value);
    }
    headers["content-type"] = "application/json";
    let response: Response;
    try {
      response = await fetch(address, { method: "POST", headers, body: "{}" });
    } catch {
      throw new Error("The app's token endpoint could not be reached from this page.");
    }
    if (!response.ok) {
      throw new Error(`The app's token endpoint answered with status ${response.status}.`);
    }
    const body = await response.json().catch(() => null);
    if (!Array.isArray(body?.rows) || body.requestId === undefined) {
      throw new Error("The app's token endpoint did not answer with an AuthKit token.");
    }
    return body;
  };

  for (let page = 1, pages = 1; page <= Math.min(pages, maxPages); page += 1) {
    const body = await fetchPage(page);
    pages = Number(body.pages) || 1;
    requestId = body.requestId;
    isWhiteLabel = body.isWhiteLabel === true;
    for (const row of body.rows) {
      if (isRow(row)) rows.set(row.connectionDefId, row);
    }
  }
  return { rows: [...rows.values()], requestId: Number(requestId), isWhiteLabel };
}
