import { serve } from "@authkit-ui/server/node";
import { pino } from "pino";
import { createTokenServer, readSecretKey } from "./token-server.ts";
import { parseTrustProxy } from "./trust-proxy.ts";

const { env } = process;
const log = pino({ level: env.LOG_LEVEL ?? "info" });
const readList = (value?: string) =>
  value
    ?.split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

try {
  const server = await createTokenServer({
    ...readSecretKey(env),
    baseUrl: env.ONE_SECRET_KEY ? env.ONE_BASE_URL : env.PICA_BASE_URL,
    authKitOrigins: readList(env.AUTHKIT_ORIGINS),
    allowedHosts: readList(env.ALLOWED_HOSTS),
    databaseUrl: env.DATABASE_URL,
    database: env.DATABASE === "embedded" ? "embedded" : undefined,
    dataFolder: env.DATA_FOLDER ?? ".data/db",
    trustProxy: parseTrustProxy(env.TRUST_PROXY),
    // pino takes the fields first.
    logger: {
      debug: (message, fields) => log.debug(fields, message),
      info: (message, fields) => log.info(fields, message),
      warn: (message, fields) => log.warn(fields, message),
      error: (message, fields) => log.error(fields, message),
    },
  });
  const port = Number(env.PORT ?? env.TOKEN_SERVER_PORT ?? 8787);
  const { origin } = await serve(server, { port, host: env.HOST });
  log.info({ origin }, "The token server listens.");
} catch (error) {
  const { name, code, message } = error as Error & { code?: string };
  log.fatal({ name, code }, message);
  process.exitCode = 1;
}
