/**
 * Where a connect session stands.
 *
 * - `idle`: none is running.
 * - `preparing`: our server is asked for a session and its ticket.
 * - `opening`: the dialog is up, AuthKit's page has shown no sign of life yet.
 * - `open`: AuthKit's page is alive; the person is at work in it.
 * - `blocked`: no sign of life for ten seconds; may still turn into `open`.
 * - `refused`: AuthKit's page was denied its token; `error` says why.
 * - `expired`: the ticket ran out before anything was connected.
 * - `saving`: AuthKit reported a connection, our server verifies and stores it.
 * - `not_saved`: it could not be verified or stored; saving can be tried again.
 * - `connected`: stored. With a platform the dialog is about to close itself.
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
