import { serve } from "@hono/node-server";
import { pino } from "pino";
import { createTokenServer } from "./token-server.ts";

const { env } = process;
const log = pino({ level: env.LOG_LEVEL ?? "info" });
const port = Number(env.PORT ?? env.TOKEN_SERVER_PORT ?? 8787);

try {
  const server = await createTokenServer({
    picaSecretKey: env.PICA_SECRET_KEY,
    picaBaseUrl: env.PICA_BASE_URL,
    authKitOrigins: env.AUTHKIT_ORIGINS?.split(",").map((origin) => origin.trim()),
    databaseUrl: env.DATABASE_URL,
    database: env.DATABASE === "embedded" ? "embedded" : undefined,
    dataFolder: env.DATA_FOLDER ?? ".data/db",
    trustProxy: Number(env.TRUST_PROXY ?? 0),
    // pino takes the fields first.
    logger: {
      debug: (message, fields) => log.debug(fields, message),
      info: (message, fields) => log.info(fields, message),
      warn: (message, fields) => log.warn(fields, message),
      error: (message, fields) => log.error(fields, message),
    },
  });
  const listener = serve(
    {
      port,
      hostname: env.HOST ?? "127.0.0.1",
      fetch: (request, { incoming }) =>
        server.fetch(request, {
          address: "socket" in incoming ? incoming.socket.remoteAddress : undefined,
        }),
    },
    ({ address }) => log.info({ address, port }, "The token server listens."),
  );
  listener.on("error", (error) => {
    log.fatal(error, `Port ${port} cannot be used. Choose another with PORT.`);
    process.exit(1);
  });

  let closing = false;
  const shutDown = () => {
    // A second signal is for a shutdown that hangs.
    if (closing) process.exit(1);
    closing = true;
    log.info("Shutting down: no new requests, the running ones are finished.");
    listener.close(() => server.close().then(() => process.exit(0)));
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, shutDown);
} catch (error) {
  const { name, code, message } = error as Error & { code?: string };
  log.fatal({ name, code }, message);
  process.exitCode = 1;
}
