import type { Connection, Connector, IdentityType } from "@authkit-ui/contract";
import type { ConnectError } from "../api/connect-error.ts";

/**
 * Where a connect session stands.
 *
 * - `idle`: none is running.
 * - `preparing`: your server is asked for a session and its ticket.
 * - `opening`: the dialog is open, but AuthKit's page has shown no sign of life yet.
 * - `open`: AuthKit's page is alive; the person is at work in it.
 * - `blocked`: AuthKit's page showed no sign of life within ten seconds, or the browser reported that
 *   the page's policy blocks it. It may still turn into `open`.
 * - `refused`: AuthKit's page was denied its token; `error` says why.
 * - `expired`: the ticket ran out before anything was connected.
 * - `saving`: AuthKit has reported a connection, and your server verifies and stores it.
 * - `not_saved`: it could not be verified or stored; saving can be tried again.
 * - `connected`: stored. With a platform, the dialog closes with the next paint.
 */
export type ConnectPhase =
  | "idle"
  | "preparing"
  | "opening"
  | "open"
  | "blocked"
  | "refused"
  | "expired"
  | "saving"
  | "not_saved"
  | "connected";

/** What a connect session is for. */
export interface SessionTarget {
  platform: string | undefined;
  identityType: IdentityType;
  /** Id of the connection to reconnect. */
  reconnectId: string | undefined;
  /** Id of the request of a conversation that the connection answers. */
  connectionRequestId?: string | undefined;
}

/** The phases of a running session, each with what is known in it. */
export type SessionStep =
  | { phase: "preparing" | "opening" | "expired" | "saving" | "connected"; error: null }
  /** `error` is what AuthKit's page reported last. */
  | { phase: "open"; error: ConnectError | null }
  | { phase: "blocked" | "refused" | "not_saved"; error: ConnectError };

/** What a session knows in every phase. */
export interface SessionDetails {
  target: SessionTarget;
  /** Whether the dialog shows. */
  isVisible: boolean;
  /** Whether two seconds have passed without a sign of life. */
  isSlow: boolean;
  /** Whether the frame has loaded something: AuthKit's page, or the browser's error page. */
  isLoaded: boolean;
  /**
   * Whether nobody can be using the frame: the server has seen no request for its token, or the
   * browser reported that the page's policy blocks it.
   */
  isFrameSilent: boolean;
  /** Counts the frames of this session: a retry takes a new one. 0 before the first. */
  frameNumber: number;
  /** Host name of AuthKit's page, which tells people who is asking. */
  host: string;
  /** The platform's entry in the catalog, once known. */
  connector: Connector | null;
  /** Stored in this session, oldest first. */
  connections: readonly Connection[];
}

/** A connect session at one moment; every change makes a new object. */
export type SessionState = SessionDetails & SessionStep;

/**
 * Whether AuthKit's page, or the browser's error page in its place, is hidden behind a message of
 * the dialog. It stays loaded, and shows again as soon as it responds. A page that somebody may be
 * using is never hidden.
 */
export function isFrameHidden({ phase, isFrameSilent }: SessionState): boolean {
  return phase === "refused" || phase === "expired" || (phase === "blocked" && isFrameSilent);
}

/** Whether AuthKit's page is finished, so that the kit shows what comes next. */
export function isFrameDone({ phase, target }: SessionState): boolean {
  return (
    target.platform !== undefined &&
    (phase === "saving" || phase === "not_saved" || phase === "connected")
  );
}
