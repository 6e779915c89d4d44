import type { MiddlewareHandler } from "hono";
import type { Configuration } from "../configuration.ts";
import { ProblemError } from "../errors/problem-error.ts";
import { checkViewer, type Identity, identitiesOf, type Viewer } from "../identity/identity.ts";
import type { ConnectEnv } from "./connect-env.ts";
import { checkOrigin } from "./csrf.ts";
import type { RateGuard, RateLimits } from "./rate-limits.ts";

/** The product's own word on who is signed in. */
export type Authenticate<V extends Viewer> = (request: Request) => V | null | Promise<V | null>;

export interface Gate<V extends Viewer> {
  /** Lets in who is signed in and calls from an allowed page, and counts the call. */
  signedIn(limit: keyof RateLimits): MiddlewareHandler<ConnectEnv<V>>;
}

export interface GateOptions<V extends Viewer> {
  configuration: Configuration;
  authenticate: Authenticate<V>;
  limits: RateGuard;
  /** What stands for an identity where it is counted: short, and nobody's name in the database. */
  opaqueId(identity: Identity): Promise<string>;
}

/** Not by `instanceof`: a process may have more than one class of that name. */
function isResponse(thrown: unknown): thrown is Response {
  return Object.prototype.toString.call(thrown) === "[object Response]";
}

/** Who asks; a `Response` thrown to send the person to a login says that nobody does. */
async function viewerOf<V extends Viewer>(
  authenticate: Authenticate<V>,
  request: Request,
): Promise<V | null> {
  try {
    return await authenticate(request);
  } catch (thrown) {
    if (isResponse(thrown) && thrown.status < 500) return null;
    throw thrown;
  }
}

export function createGate<V extends Viewer>(options: GateOptions<V>): Gate<V> {
  const { configuration, authenticate, limits, opaqueId } = options;
  const origins = {
    own: configuration.origin,
    allowed: configuration.allowedOrigins,
    trustProxy: configuration.proxies > 0,
  };
  return {
    signedIn: (limit) => async (context, next) => {
      checkOrigin(context.req.raw, origins);
      const viewer = await viewerOf(authenticate, context.req.raw);
      if (!viewer) {
        throw new ProblemError("unauthorized", {
          detail: "You are not signed in. Sign in and try again.",
        });
      }
      checkViewer(viewer);
      const [counted] = identitiesOf(viewer);
      await limits.count(limit, counted ? await opaqueId(counted) : "nobody");
      context.set("viewer", viewer);
      await next();
    },
  };
}
