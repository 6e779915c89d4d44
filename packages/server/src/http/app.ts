import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import { clientAddress } from "./client-address.ts";
import type { ConnectApp, ConnectContext, ConnectEnv } from "./connect-env.ts";
import {
  type ConnectionRequestServices,
  connectionRequestRoutes,
} from "./connection-request-routes.ts";
import { type ConnectionServices, connectionRoutes } from "./connection-routes.ts";
import { type ConnectorServices, connectorRoutes } from "./connector-routes.ts";
import { type CorsOptions, createCors } from "./cors.ts";
import { type HealthServices, healthRoutes } from "./health-routes.ts";
import { respondWithProblem } from "./problem.ts";
import { createRequireViewer, type RequireViewerOptions } from "./require-viewer.ts";
import { createGetPath } from "./route-path.ts";
import { type SessionServices, sessionRoutes } from "./session-routes.ts";
import { type TokenServices, tokenRoutes } from "./token-routes.ts";
import { type WebhookServices, webhookRoutes } from "./webhook-routes.ts";

export interface AppOptions<V extends Viewer>
  extends SessionServices<V>,
    ConnectionServices<V>,
    ConnectionRequestServices<V>,
    ConnectorServices<V>,
    TokenServices,
    WebhookServices,
    HealthServices,
    CorsOptions,
    RequireViewerOptions<V> {
  logger: Logger;
  /** Resolves once the database can be used. */
  ready(): Promise<void>;
}

/**
 * Only what an answer of data needs. The rest of Hono's defaults would bind the product's own pages,
 * whose origin the handler shares.
 */
const securityHeaders = secureHeaders({
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});

/**
 * What a function of the product threw, as an error: Hono catches nothing else. The value itself is
 * not logged, because it may hold anything.
 */
function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const kind = Object.prototype.toString.call(thrown);
  return new Error(`${kind} was thrown, which is no Error.`);
}

/** Every route behind the same checks, and every failure a problem document. */
export function createApp<V extends Viewer>(options: AppOptions<V>): ConnectApp<V> {
  const { basePath, logger, proxies, limits, ready } = options;
  const requireViewer = createRequireViewer<V>(options);
  const root = new Hono<ConnectEnv<V>>({ getPath: createGetPath(basePath) });

  // Keeps an id that a proxy gave the request, if it can stand in a log.
  root.use(requestId({ limitLength: 100 }));
  root.use(securityHeaders);
  root.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  });
  root.notFound((context) => {
    const problem = new ProblemError("route_not_found", {
      detail:
        `No route of authkit-ui has this address: the server answers below "${basePath || "/"}". ` +
        "Give the kit's `endpoint` and the server's `basePath` the same path, and let no proxy " +
        "take a part of it away.",
    });
    return respondWithProblem(context, problem);
  });
  root.onError((error, context: ConnectContext<V>) => {
    const { method, routePath: path } = context.req;
    const request = { requestId: context.get("requestId"), method, path };
    if (!(error instanceof ProblemError)) {
      logger.error("A request failed unexpectedly.", { ...request, error });
      const internal = new ProblemError("internal", {
        detail: "Something went wrong on the server. Try again; if it stays, report the reference.",
      });
      return respondWithProblem(context, internal);
    }
    const { code, status, cause, message: detail } = error;
    if (status >= 500) {
      const fields = { ...request, code, detail };
      logger.warn("A request failed.", { ...fields, ...(cause !== undefined && { cause }) });
    } else if (code === "origin_not_allowed") {
      // Mostly a wrong setting, which is then found in the log by the reference.
      logger.info("A request was refused.", { ...request, code, detail });
    } else if (code === "invalid_request") {
      // Mostly something between the kit and the handler, which is found by the same reference.
      logger.warn("A request was not understood.", { ...request, code, detail });
    }
    return respondWithProblem(context, error);
  });

  const app = root.basePath(basePath || "/");
  app.use(createCors(options));
  app.use(async (_context, next) => {
    try {
      await next();
    } catch (thrown) {
      throw toError(thrown);
    }
  });
  healthRoutes(app, options);
  app.use(async (context, next) => {
    // Before the request is counted, because the counters may be in the database.
    await ready();
    const address = clientAddress(context.req.raw, context.env ?? {}, proxies);
    if (address !== null) await limits.consume("address", address);
    await next();
  });
  sessionRoutes(app, requireViewer, options);
  tokenRoutes(app, options);
  connectorRoutes(app, requireViewer, options);
  connectionRoutes(app, requireViewer, options);
  connectionRequestRoutes(app, requireViewer, options);
  webhookRoutes(app, options);
  // Last: it answers what no route has answered.
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const allow = methods.join(", ");
        const problem = new ProblemError("method_not_allowed", {
          detail: `This address takes ${allow}, not ${context.req.method}.`,
        });
        context.header("allow", allow);
        return respondWithProblem(context, problem);
      },
    }),
  );

  return root;
}
