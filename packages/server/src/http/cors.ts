import { routes } from "@authkit-ui/contract";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { ProblemError } from "../errors/problem-error.ts";
import { quote } from "./csrf.ts";

export interface CorsOptions {
  basePath: string;
  /** Origins of AuthKit's page, which may call `/token` and nothing else. */
  authKitOrigins: ReadonlySet<string>;
  /** Other origins of the product's own pages, which may call everything else. */
  allowedOrigins: ReadonlySet<string>;
}

/** Seconds for which a browser may cache the answer to a preflight. */
const maxAge = 600;
const exposeHeaders = ["retry-after", "x-request-id"];

/**
 * `/token` is for AuthKit's page, without credentials; every other route is for the product's own
 * pages, with cookies. Hono's middleware is only called for an allowed origin, because it gives some
 * `access-control-*` headers to every other origin too.
 */
export function createCors(options: CorsOptions): MiddlewareHandler {
  const { basePath, authKitOrigins, allowedOrigins } = options;
  const tokenPath = basePath + routes.token;
  const corsForAuthKit = cors({
    origin: [...authKitOrigins],
    allowMethods: ["POST"],
    allowHeaders: ["authorization", "content-type"],
    exposeHeaders,
    maxAge,
  });
  const corsForProduct = cors({
    origin: [...allowedOrigins],
    allowMethods: ["GET", "POST", "PATCH", "DELETE"],
    credentials: true,
    exposeHeaders: [...exposeHeaders, "etag"],
    maxAge,
  });

  return async (context, next) => {
    const origin = context.req.header("origin");
    const isToken = context.req.path === tokenPath;
    if (origin !== undefined && (isToken ? authKitOrigins : allowedOrigins).has(origin)) {
      return (isToken ? corsForAuthKit : corsForProduct)(context, next);
    }
    if (origin === undefined || context.req.method !== "OPTIONS") {
      await next();
      // Not by `context.header`, which makes a stream of a finished response's body.
      context.res.headers.append("vary", "Origin");
      return;
    }
    context.header("vary", "Origin");
    throw new ProblemError("origin_not_allowed", {
      detail: isToken
        ? `Only AuthKit's page may call this address, and this page is of ${quote(origin)}. If that ` +
          "is where AuthKit's page stands, add it to `authKitOrigins`."
        : `Pages of ${quote(origin)} may not call this server. Add the origin to \`allowedOrigins\`.`,
    });
  };
}
