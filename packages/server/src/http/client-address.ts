/** What a runtime knows about a request beside the `Request`. */
export interface RequestMetadata {
  /**
   * The address of the other end of the connection, for the limit by address. `./node` fills it in;
   * without it, and without `trustProxy`, that limit counts nobody.
   */
  address?: string | undefined;
}

/**
 * The client's address, for rate limits. Each trusted proxy appends the address it saw, so the entry
 * of the outermost one is that many from the right; a client can write anything further left.
 */
export function clientAddress(
  request: Request,
  { address }: RequestMetadata,
  proxies: number,
): string | null {
  if (proxies === 0) return address ?? null;
  const chain = (request.headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return chain.at(-proxies) ?? chain[0] ?? address ?? null;
}
