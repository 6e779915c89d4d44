import { routes } from "@authkit-ui/contract";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Configuration } from "../configuration.ts";
import { ProblemError } from "../problem-error.ts";
import type { AnswerVariables } from "./answer-headers.ts";

/** Seconds for which a browser may remember a preflight's answer. */
const maxAge = 600;
const exposeHeaders = ["retry-after", "x-request-id"];

/**
 * CORS by the letter of who calls: `/token` is for AuthKit's page and needs no credentials; the
 * rest is for the product's own pages, with cookies. Nobody else gets a header.
 */
export function crossOrigin(
  configuration: Configuration,
): MiddlewareHandler<{ Variables: AnswerVariables }> {
  const { basePath, authKitOrigins, allowedOrigins } = configuration;
  const tokenPath = basePath + routes.token;
  const forAuthKit = cors({
    origin: [...authKitOrigins],
    allowMethods: ["POST"],
    allowHeaders: ["authorization", "content-type"],
    exposeHeaders,
    maxAge,
  });
  const forProduct = cors({
    origin: [...allowedOrigins],
    allowMethods: ["GET", "POST", "PATCH", "DELETE"],
    credentials: true,
    exposeHeaders: [...exposeHeaders, "etag"],
    maxAge,
  });

  return async (context, next) => {
    const origin = context.req.header("origin");
    const isToken = context.req.path === tokenPath;
    const allowed = isToken ? authKitOrigins : allowedOrigins;
    if (origin !== undefined && allowed.has(origin)) {
      return (isToken ? forAuthKit : forProduct)(context, next);
    }
    if (origin !== undefined && context.req.method === "OPTIONS") {
      // On the answer to be: the problem keeps it.
      context.res.headers.append("vary", "Origin");
      throw new ProblemError("origin_not_allowed", {
        detail: isToken
          ? "Only AuthKit's page may call this address. Add its origin to `authKitOrigins`."
          : "Pages of this origin may not call this server. Add it to `allowedOrigins`.",
      });
    }
    await next();
    // Only now: a header on an answer that is still to come makes Hono copy that answer, its body
    // as a stream, and three times as dear.
    if (!context.get("hasAllHeaders")) context.res.headers.append("vary", "Origin");
    return;
  };
}
