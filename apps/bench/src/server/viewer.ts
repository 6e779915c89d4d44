/** The cookie by which a request of the bench says who is signed in. */
export const cookieOf = (user: string) => `user=${user}`;

/** Reads {@link cookieOf}'s cookie, as a product reads its own session. */
export function viewerIn(request: Request): { user: string } | null {
  const [, user] = /(?:^|; )user=([\w-]+)/.exec(request.headers.get("cookie") ?? "") ?? [];
  return user ? { user } : null;
}
