import type { ConnectErrorCode } from "../api/connect-error.ts";

/** A heading and the sentence below it. */
export interface Notice {
  title: string;
  text: string;
}

/** What a message about a failure may name. */
export interface FailureFacts {
  /** Connector's display name, or `null` when the session has no platform. */
  name: string | null;
  /** Host name of AuthKit's page, e.g. `authkit.picaos.com`. Empty if unknown. */
  host: string;
  /** Seconds until a retry makes sense, rounded up, or `null`. 0 once a known wait is over. */
  seconds: number | null;
  /** What AuthKit's page, or the product's `authorize`, said, or `null`. */
  reason: string | null;
}

/** Texts of the connect dialog. `name` is a connector's display name, or `null`. */
export interface SessionMessages {
  title: (name: string | null) => string;
  reconnectTitle: (name: string) => string;
  close: string;
  tryAgain: string;
  startAgain: string;
  reference: string;
  /** Accessible name of AuthKit's frame. */
  frameTitle: (name: string | null) => string;
  opening: (name: string | null) => string;
  /**
   * The texts before and after the list of what people will be asked to allow. The list is in
   * English.
   */
  willAskTo: readonly [before: string, after: string];
  /** Ends that list with the number of scopes without a title. */
  otherPermissions: (count: number) => string;
  /** Says what comes next while AuthKit's page loads. */
  openingHint: (name: string | null) => string;
  stillOpening: (name: string | null) => Notice;
  ready: (name: string | null) => string;
  expired: Notice;
  saving: (name: string | null) => Notice;
  notSaved: (name: string | null) => Notice;
  /** `account` is the address or the given name, else the connector's name. */
  connected: (account: string) => Notice;
  /** Spoken after the dialog has closed itself. */
  connectedStatus: (account: string) => string;
  /** What happened, whether anything was lost, what to do. */
  failure: (code: ConnectErrorCode, facts: FailureFacts) => Notice;
}
