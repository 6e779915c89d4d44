import type { ConnectionAccess } from "@authkit-ui/contract";
import type { Actions } from "./actions/action.ts";
import type { DescribeAccount } from "./connections/account-describer.ts";
import type { ConnectionRecord } from "./connections/connection-record.ts";
import type { ConnectionHooks } from "./connections/hook-dispatcher.ts";
import type { Authorize } from "./connections/permissions.ts";
import type { DescribeViewer } from "./connections/viewer-describer.ts";
import type { RateLimitOptions } from "./http/rate-limits.ts";
import type { Identity, Viewer } from "./identity/identity.ts";
import type { Logger } from "./log/logger.ts";
import type { PicaGeneration } from "./pica/pica-http.ts";
import type { ConnectStore } from "./store/connect-store.ts";

/** How to reach Pica. */
export interface PicaOptions {
  /**
   * Without `/v1`.
   * @default "https://api.picaos.com", or "https://api.withone.ai" for `generation: "one"`
   */
  baseUrl?: string | undefined;
  /**
   * `"one"` for the service's new name, whose headers and token route differ. It also opens
   * `POST /webhooks/one` for its webhooks.
   * @default "pica"
   */
  generation?: PicaGeneration | undefined;
  /**
   * Milliseconds for one request.
   * @default 5000
   */
  timeout?: number | undefined;
}

/** What `createConnectServer` takes. */
export interface ConnectServerOptions<V extends Viewer = Viewer> extends ConnectionHooks {
  /**
   * `PICA_SECRET_KEY`, from app.picaos.com › Settings › API keys; with `pica.generation: "one"`
   * `ONE_SECRET_KEY`, from app.withone.ai. Never reaches the browser.
   */
  secret: string | undefined;
  /**
   * Who is signed in, from the product's own session: the ids of the identities that they may act
   * for. Null or undefined says that nobody is signed in, and so does a `Response` that it throws, as
   * `throw redirect("/login")` of Remix and React Router; one of a status from 500 on is a failure.
   * Never read it from a header or body that a browser can write at will.
   */
  authenticate(request: Request): V | null | undefined | Promise<V | null | undefined>;
  /** `createMemoryStore()`, `createPgliteStore()` of `./pglite`, `createPostgresStore()` of `./postgres`. */
  store: ConnectStore;

  /**
   * Where the handler is mounted; `"/"` for the root. A locale or another prefix before it, and a
   * slash after any address, change nothing.
   * @default "/api/connect"
   */
  basePath?: string | undefined;
  /**
   * This server's own origin as browsers see it.
   * @default the request's `Host`
   */
  origin?: string | undefined;
  /**
   * Whether a reverse proxy stands in front: then `X-Forwarded-Host` and `X-Forwarded-For` count.
   * A number says how many stand in a row.
   * @default false
   */
  trustProxy?: boolean | number | undefined;
  /**
   * Origins of AuthKit's page, which alone may call `/token`.
   * @default ["https://authkit.picaos.com", "https://auth.withone.ai"]
   */
  authKitOrigins?: readonly string[] | undefined;
  /**
   * Origins of the product's own pages where they differ from the server's: of the web, of a native
   * shell (`capacitor://localhost`, `tauri://localhost`), or of an extension
   * (`chrome-extension://<id>`). Compared as exact strings.
   * @default []
   */
  allowedOrigins?: readonly string[] | undefined;

  /** Which Pica to use; the emulator's address in development. */
  pica?: PicaOptions | undefined;
  /**
   * Sends the requests to Pica.
   * @default globalThis.fetch
   * @example
   * // An emulator in the same process, with `pica: { baseUrl: "https://pica.test" }`.
   * fetch: (input, init) => emulator.fetch(new Request(input, init)),
   */
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Platforms that this product offers.
   * @default all that are enabled at Pica
   */
  platforms?: readonly string[] | undefined;
  /**
   * Decides at every call whether the viewer may connect, reconnect, rename or disconnect, change what an
   * account may be used for, or run an action: true, or `{ reason }`, which the person reads.
   * @default everybody may do everything with their own connections
   * @example
   * authorize: ({ viewer, identityType }) =>
   *   identityType === "user" || viewer.role === "admin" || { reason: "Ask an admin of your team." },
   */
  authorize?: Authorize<V> | undefined;
  /**
   * What the browser may do on behalf of a connection, by the name that it uses; see `defineAction`.
   * @default none
   */
  actions?: Actions | undefined;
  /**
   * Lets people choose what each of their accounts may be used for: everything, reading only, or
   * nothing. Actions and `passthrough` are refused accordingly. `default` counts until somebody
   * chooses, also for the accounts that are connected already. Pass the same in every process that uses
   * the database.
   * @default nobody can choose, and accounts may be used for everything
   * @example
   * access: { default: "read" },
   */
  access?: { default: ConnectionAccess } | undefined;
  /**
   * Tells two accounts of one platform apart: what it returns, e.g. an e-mail address, is the
   * connection's `account`. It runs when a connection is stored; when it throws or takes longer than 3
   * seconds, the connection has no account.
   */
  describeAccount?: DescribeAccount | undefined;
  /**
   * Names a viewer for their colleagues, e.g. "Ben Marsh". The name becomes `connectedBy` of the accounts
   * that the viewer connects for a group, and everybody in the group can read it. It stays until somebody
   * else reconnects the account. The function runs when a connection is stored, and never for a person's
   * own accounts. If it throws or takes longer than 3 seconds, the connection has no `connectedBy`.
   * @default none: nobody is told
   * @example
   * describeViewer: async ({ user }) => (await findUser(user)).displayName,
   */
  describeViewer?: DescribeViewer<V> | undefined;
  /**
   * Your page that shows the kit's list, for the links in `onNeedsAttention` and `onRecovered`.
   * Pass a function if the page depends on the connection, e.g. for teams.
   * @default none: the hooks get no link
   * @example
   * connectionsUrl: "https://app.example.com/settings/integrations",
   */
  connectionsUrl?: string | ((connection: ConnectionRecord) => string) | undefined;
  /**
   * How an identity is written at Pica.
   * @default its id; a SHA-256 digest of it where Pica would not keep the id as it is
   */
  picaIdentity?: ((identity: Identity) => string | Promise<string>) | undefined;
  /**
   * What tickets and viewer ids are signed with, at least 32 characters.
   * @default derived from `secret`, so that every instance agrees
   */
  signingSecret?: string | undefined;
  /** Requests a minute, whole numbers; `false` disables every limit, e.g. for load tests. */
  rateLimits?: RateLimitOptions | false | undefined;
  /**
   * Gets everything that is logged, without secrets, tickets and connection keys.
   * @default console
   */
  logger?: Logger | undefined;
  /**
   * Milliseconds since 1970; for tests.
   * @default Date.now
   */
  now?: (() => number) | undefined;
}
