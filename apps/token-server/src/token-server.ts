import {
  ConnectConfigurationError,
  type ConnectServer,
  createConnectServer,
  type Logger,
  type PicaGeneration,
  type RequestMetadata,
} from "@authkit-ui/server";
import { createPgliteStore } from "@authkit-ui/server/pglite";
import { createPostgresStore } from "@authkit-ui/server/postgres";
import { Hono } from "hono";
import { allowHosts } from "./allowed-hosts.ts";
import { createAssistant } from "./assistant.ts";
import { createDemoLogin } from "./demo-login.ts";
import { explainStart } from "./explain-start.ts";
import { gmailAddress, listMessages, readMessage, sendNote, sendTestMessage } from "./gmail.ts";
import { postMessage } from "./slack.ts";

export type { ChatMessage } from "./chat-message.ts";
export { readSecretKey, type SecretKey } from "./secret-key.ts";

export interface TokenServerOptions {
  secretKey: string | undefined;
  /** The service that the key belongs to. @default "pica" */
  generation?: PicaGeneration | undefined;
  /** Address of the API of Pica or One. @default the service's own */
  baseUrl?: string | undefined;
  /** @default Pica's and One's */
  authKitOrigins?: readonly string[] | undefined;
  /** PostgreSQL; absent: the embedded database. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; null or absent: in memory. */
  dataFolder?: string | null | undefined;
  /** Says that the embedded database is meant, also in production. */
  database?: "embedded" | undefined;
  /** Hosts that are answered beside this machine's own names, e.g. `app.example.com`. @default [] */
  allowedHosts?: readonly string[] | undefined;
  /** Whether a reverse proxy stands in front. */
  trustProxy?: boolean | number | undefined;
  /** The page with the list of accounts, for links in emails. */
  connectionsUrl?: string | undefined;
  logger?: Logger | undefined;
}

export type TokenServer = Pick<ConnectServer, "handler" | "close">;

function storeOf({ databaseUrl, database, dataFolder }: TokenServerOptions) {
  if (databaseUrl) return createPostgresStore({ connectionString: databaseUrl });
  if (process.env.NODE_ENV === "production" && database !== "embedded") {
    throw new ConnectConfigurationError(
      "embedded_database_in_production",
      "There is no DATABASE_URL, and this is production. Set it to a PostgreSQL, or set " +
        "DATABASE=embedded if one process with one folder is what you want.",
    );
  }
  return createPgliteStore(dataFolder ? { folder: dataFolder } : {});
}

/** The reference server: the connect server behind a login, with a sweep and an assistant. */
export async function createTokenServer(options: TokenServerOptions): Promise<TokenServer> {
  const logger = options.logger ?? console;
  const login = createDemoLogin(`demo login of ${options.secretKey}`);
  const connect: ConnectServer = createConnectServer({
    secret: options.secretKey,
    authenticate: login.authenticate,
    store: storeOf(options),
    pica: { baseUrl: options.baseUrl, generation: options.generation },
    authKitOrigins: options.authKitOrigins,
    actions: { sendTestMessage, sendNote, listMessages, readMessage, postMessage },
    access: { default: "full" },
    describeAccount: (connection) => gmailAddress(connect, connection),
    describeViewer: ({ user }) => login.nameOf(user),
    connectionsUrl: options.connectionsUrl,
    // A product sends an email here.
    onNeedsAttention: ({ platform }, { reconnectUrl }) =>
      logger.info("A connection needs attention.", { platform, reconnectUrl }),
    onRecovered: ({ platform }) => logger.info("A connection works again.", { platform }),
    trustProxy: options.trustProxy,
    logger,
  });
  try {
    await connect.migrate();
  } catch (error) {
    await connect.close();
    throw explainStart(error, options.databaseUrl);
  }

  const app = new Hono<{ Bindings: RequestMetadata }>();
  app.use(allowHosts(options.allowedHosts ?? []));
  // For the demo's panel. In a product, a scheduler calls such a route with a secret of its own.
  login.routes.post("/sweep", login.requireLogin, async (context) =>
    context.json(await connect.sweep({ olderThan: 0 })),
  );
  app.route("/demo", login.routes);
  app.route("/demo/assistant", createAssistant(connect, login.authenticate));
  app.all("/api/connect/*", (context) => connect.handler(context.req.raw, context.env));
  return { handler: async (request, info) => app.fetch(request, info), close: connect.close };
}
