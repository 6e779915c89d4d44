/** What a runtime knows of a request beside the request. */
export interface RequestMetadata {
  /**
   * The address of the other end of the connection, for the limit by address. `./node` fills it in;
   * without it, and without `trustProxy`, that limit counts nobody.
   */
  address?: string | undefined;
}

/**
 * Who sent the request, for counting. Behind trusted proxies each appends the address it saw, so
 * the entry that the outermost of ours wrote is that many from the right; what stands further
 * left, the client wrote itself.
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
