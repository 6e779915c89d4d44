import { routes } from "@authkit-ui/contract";
import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Configuration } from "../configuration.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { AnswerVariables } from "./connect-env.ts";
import { quote } from "./csrf.ts";

/** Seconds for which a browser may remember a preflight's answer. */
const maxAge = 600;
const exposeHeaders = ["retry-after", "x-request-id"];
const exposeHeadersToProduct = [...exposeHeaders, "etag"];

/** What lets the page that asked read an answer. */
const readable = (origin: string, exposed: readonly string[], credentials: boolean) => ({
  "access-control-allow-origin": origin,
  ...(credentials && { "access-control-allow-credentials": "true" }),
  "access-control-expose-headers": exposed.join(","),
  vary: "Origin",
});
const readableByNobody = { vary: "Origin" };

/**
 * CORS by the letter of who calls: `/token` is for AuthKit's page and needs no credentials; the
 * rest is for the product's own pages, with cookies. Nobody else gets a header.
 */
export function crossOrigin(
  configuration: Configuration,
): MiddlewareHandler<{ Variables: AnswerVariables }> {
  const { basePath, authKitOrigins, allowedOrigins } = configuration;
  const tokenPath = basePath + routes.token;
  const preflightOfAuthKit = cors({
    origin: [...authKitOrigins],
    allowMethods: ["POST"],
    allowHeaders: ["authorization", "content-type"],
    exposeHeaders,
    maxAge,
  });
  const preflightOfProduct = cors({
    origin: [...allowedOrigins],
    allowMethods: ["GET", "POST", "PATCH", "DELETE"],
    credentials: true,
    exposeHeaders: exposeHeadersToProduct,
    maxAge,
  });

  return async (context, next) => {
    const origin = context.req.header("origin");
    const isToken = context.req.path === tokenPath;
    const isAllowed =
      origin !== undefined && (isToken ? authKitOrigins : allowedOrigins).has(origin);
    if (origin !== undefined && context.req.method === "OPTIONS") {
      if (isAllowed) return (isToken ? preflightOfAuthKit : preflightOfProduct)(context, next);
      context.set("crossOriginHeaders", readableByNobody);
      throw new ProblemError("origin_not_allowed", {
        detail: isToken
          ? `Only AuthKit's page may call this address, and this page is of ${quote(origin)}. If that ` +
            "is where AuthKit's page stands, add it to `authKitOrigins`."
          : `Pages of ${quote(origin)} may not call this server. Add the origin to \`allowedOrigins\`.`,
      });
    }
    // Said of the answer before there is one, rather than set on it: a header on an answer that is
    // still to come makes Hono copy that answer, its body as a stream, and three times as dear.
    context.set(
      "crossOriginHeaders",
      isAllowed
        ? readable(origin, isToken ? exposeHeaders : exposeHeadersToProduct, !isToken)
        : readableByNobody,
    );
    await next();
    return;
  };
}
