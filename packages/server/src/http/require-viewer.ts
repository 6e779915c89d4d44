import type { MiddlewareHandler } from "hono";
import { ProblemError } from "../errors/problem-error.ts";
import { checkViewer, type Identity, identitiesOf, type Viewer } from "../identity/identity.ts";
import type { ConnectEnv } from "./connect-env.ts";
import { verifyOrigin } from "./csrf.ts";
import type { RateGuard, RateLimits } from "./rate-limits.ts";

/** Tells from a request who is signed in; null or undefined for nobody. */
export type Authenticate<V extends Viewer> = (
  request: Request,
) => V | null | undefined | Promise<V | null | undefined>;

/** Makes middleware that counts each request against the given limit. */
export type RequireViewer<V extends Viewer> = (
  limit: keyof RateLimits,
) => MiddlewareHandler<ConnectEnv<V>>;

export interface RequireViewerOptions<V extends Viewer> {
  /** The server's own origin, if the product names it. */
  origin: string | null;
  allowedOrigins: ReadonlySet<string>;
  /** How many trusted proxies stand in front. */
  proxies: number;
  authenticate: Authenticate<V>;
  limits: RateGuard;
  /** An opaque id to count an identity by, so that the counters hold nobody's name. */
  viewerId(identity: Identity): Promise<string>;
}

/** Not by `instanceof`: a process may have more than one `Response` class. */
function isResponse(thrown: unknown): thrown is Response {
  return Object.prototype.toString.call(thrown) === "[object Response]";
}

/** The viewer, or null or undefined; a `Response` thrown to redirect to a login says that nobody is signed in. */
async function viewerOf<V extends Viewer>(
  authenticate: Authenticate<V>,
  request: Request,
): Promise<V | null | undefined> {
  try {
    return await authenticate(request);
  } catch (thrown) {
    if (isResponse(thrown) && thrown.status < 500) return null;
    throw thrown;
  }
}

/** Lets a request pass if somebody is signed in and it does not come from a foreign page. */
export function createRequireViewer<V extends Viewer>(
  options: RequireViewerOptions<V>,
): RequireViewer<V> {
  const { origin, allowedOrigins, proxies, authenticate, limits, viewerId } = options;
  const rules = { own: origin, allowed: allowedOrigins, trustProxy: proxies > 0 };
  return (limit) => async (context, next) => {
    verifyOrigin(context.req.raw, rules);
    const viewer = await viewerOf(authenticate, context.req.raw);
    if (!viewer) {
      throw new ProblemError("unauthorized", {
        detail: "You are not signed in. Sign in and try again.",
      });
    }
    checkViewer(viewer);
    const [identity] = identitiesOf(viewer);
    await limits.consume(limit, identity ? await viewerId(identity) : "nobody");
    context.set("viewer", viewer);
    await next();
  };
}
