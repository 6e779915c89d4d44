import { ProblemError } from "@authkit-ui/server";

/** What PostgreSQL's and the system's codes mean to whoever starts the server. */
const causes: Record<string, [cause: string, hint: string]> = {
  ECONNREFUSED: ["nothing listens there", "Start PostgreSQL, or correct host and port."],
  ENOTFOUND: ["no such host is known", "Correct the host, or check the name service."],
  EAI_AGAIN: ["the host's name could not be looked up", "Check the name service, then try again."],
  EHOSTUNREACH: ["there is no way to that host", "Check the network and the firewall."],
  ENETUNREACH: ["there is no way to that network", "Check the network and the firewall."],
  ETIMEDOUT: ["it does not answer", "Check the firewall, and that PostgreSQL runs there."],
  ECONNRESET: [
    "it closed the connection",
    "Check that it is a PostgreSQL, and whether it wants SSL.",
  ],
  "28000": ["it refused the login", "Correct the user, or what pg_hba.conf allows."],
  "28P01": ["it refused the login", "Correct user and password."],
  "3D000": ["it has no such database", "Create the database, or correct its name."],
  "42501": ["the role may not create tables there", "Migrate once with a role that may."],
};
const silent: [string, string] = [
  "it does not answer as a PostgreSQL does",
  "Check host, port and firewall, and that PostgreSQL runs there.",
];

/** Host and port of a connection string, and nothing else of it; null when they cannot be told. */
function addressOf(databaseUrl: string): string | null {
  if (!/^postgres(ql)?:/.test(databaseUrl) || !URL.canParse(databaseUrl)) return null;
  const { hostname, port, pathname, search, hash, searchParams } = new URL(databaseUrl);
  // A password with an unescaped "/", "?" or "#" in it: what looks like the host is the user then.
  if (`${pathname}${search}${hash}`.includes("@")) return null;
  return `${searchParams.get("host") ?? (hostname || "localhost")}:${port || "5432"}`;
}

/**
 * A failure of the first use of the database, in words for whoever starts the server: which host and
 * port, what happened, what to do. It holds neither user nor password.
 */
export function explainStart(error: unknown, databaseUrl: string | undefined): unknown {
  if (!(error instanceof ProblemError) || !(error.cause instanceof Error)) return error;
  // The embedded database says itself who holds it.
  if (error.code !== "database_unavailable" || !databaseUrl) return error.cause;
  const address = addressOf(databaseUrl);
  if (address === null) {
    return new Error(
      "DATABASE_URL is no address that can be read. Write it as postgres://user:password@host:5432/" +
        "database, with the special characters of the password percent-encoded.",
    );
  }
  const { message, code = /timeout/i.test(message) ? "ETIMEDOUT" : undefined } =
    error.cause as Error & { code?: string };
  const [cause, hint] = (code && causes[code]) || silent;
  return new Error(
    `The database of DATABASE_URL at ${address} cannot be used: ${cause}${code ? ` (${code})` : ""}. ` +
      `${hint} Without DATABASE_URL the embedded database is used.`,
  );
}
