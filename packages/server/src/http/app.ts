import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Configuration } from "../configuration.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import { commonHeaders } from "./answer-headers.ts";
import { clientAddress } from "./client-address.ts";
import type { ConnectApp, ConnectContext, ConnectEnv } from "./connect-env.ts";
import { type ConnectionServices, connectionRoutes } from "./connection-routes.ts";
import { type ConnectorServices, connectorRoutes } from "./connector-routes.ts";
import { crossOrigin } from "./cors.ts";
import { type HealthServices, healthRoutes } from "./health-routes.ts";
import { problemResponse } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";
import { createGate, type GateOptions } from "./require-viewer.ts";
import { createGetPath } from "./route-path.ts";
import { type SessionServices, sessionRoutes } from "./session-routes.ts";
import { type TokenServices, tokenRoutes } from "./token-routes.ts";

export interface AppOptions<V extends Viewer>
  extends SessionServices<V>,
    ConnectionServices<V>,
    ConnectorServices<V>,
    TokenServices,
    HealthServices,
    GateOptions<V> {
  configuration: Configuration;
  /** Resolves once the database can be used. */
  ready(): Promise<void>;
}

/** Failures that whoever runs the server wants to read of. */
const isOurs = ({ status }: ProblemError) => status >= 500;

/**
 * What a function of the product's threw, as an error: Hono lets anything else through to its caller.
 * Only its kind is told, for what it holds is not ours to log.
 */
function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const kind = Object.prototype.toString.call(thrown);
  return new Error(`${kind} was thrown, which is no Error.`);
}

/** The wire: every route behind the same checks, every failure a problem document. */
export function createApp<V extends Viewer>(options: AppOptions<V>): ConnectApp<V> {
  const { configuration, limits, ready } = options;
  const { basePath, logger, proxies } = configuration;
  const gate = createGate<V>(options);
  const root = new Hono<ConnectEnv<V>>({ getPath: createGetPath(basePath) });

  root.use(async (context, next) => {
    context.set("requestId", requestIdOf(context.req.header("x-request-id")));
    try {
      await next();
    } catch (thrown) {
      context.res = answerTo(toError(thrown), context);
    }
    if (context.get("hasAllHeaders")) return;
    const { headers } = context.res;
    headers.set("x-request-id", context.get("requestId"));
    for (const [name, value] of Object.entries({
      ...commonHeaders,
      ...context.get("crossOriginHeaders"),
    })) {
      if (!headers.has(name)) headers.set(name, value);
    }
  });
  root.notFound((context) => {
    const problem = new ProblemError("route_not_found", {
      detail:
        `No route of authkit-ui has this address: the server answers below "${basePath || "/"}". ` +
        "Give the kit's `endpoint` and the server's `basePath` the same path, and let no proxy " +
        "take a part of it away.",
    });
    return problemResponse(problem, context.get("requestId"));
  });
  const answerTo = (error: Error, context: ConnectContext<V>): Response => {
    const id = context.get("requestId");
    const route = { requestId: id, method: context.req.method, path: context.req.routePath };
    if (error instanceof ProblemError) {
      if (isOurs(error)) {
        const { code, cause } = error;
        logger.warn("A request failed.", { ...route, code, ...(cause !== undefined && { cause }) });
      } else if (error.code === "origin_not_allowed") {
        // Mostly a setting that is wrong, and whoever looks for its reference finds it here.
        logger.info("A request was refused.", {
          ...route,
          code: error.code,
          detail: error.message,
        });
      }
      return problemResponse(error, id);
    }
    logger.error("A request failed unexpectedly.", { ...route, error });
    const internal = new ProblemError("internal", {
      detail: "Something went wrong on the server. Try again; if it stays, report the reference.",
    });
    return problemResponse(internal, id);
  };
  root.onError(answerTo);

  const app = root.basePath(basePath || "/");
  app.use(crossOrigin(configuration));
  healthRoutes(app, options);
  app.use(async (context, next) => {
    // Before anything is counted: the counters may stand in the same database.
    await ready();
    const address = clientAddress(context.req.raw, context.env ?? {}, proxies);
    if (address !== null) await limits.count("address", address);
    await next();
  });
  sessionRoutes(app, gate, options);
  tokenRoutes(app, options);
  connectorRoutes(app, gate, options);
  connectionRoutes(app, gate, options);
  // Last: only what no route has answered comes here.
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const allow = methods.join(", ");
        const problem = new ProblemError("method_not_allowed", {
          detail: `This address takes ${allow}, not ${context.req.method}.`,
        });
        const response = problemResponse(problem, context.get("requestId"));
        response.headers.set("allow", allow);
        return response;
      },
    }),
  );

  return root;
}
