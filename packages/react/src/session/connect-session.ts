import type { Connection, Connector } from "@authkit-ui/contract";
import type { ConnectClient } from "../api/client.ts";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectEvent } from "../provider/connect-event.ts";
import type { CheckedAuthKitOptions } from "./authkit-options.ts";
import type { AuthKitMessage } from "./message-guard.ts";
import type { SessionHandle } from "./session-slot.ts";

/** What a session needs from its provider. */
export interface SessionEnvironment {
  owner: object;
  key: string;
  client: ConnectClient;
  /** @throws ConnectError `misconfigured` */
  checkOptions: () => CheckedAuthKitOptions;
  /** @throws ConnectError when the catalog cannot be read. */
  findConnector: (platform: string) => Promise<Connector | null>;
  /** Puts a stored connection into the lists, before anyone else hears of it. */
  onStored: (connection: Connection) => void;
  emit: (event: ConnectEvent) => void;
  /** What had the focus when the session was asked for. */
  opener: Element | null;
}

/** A running session, as the provider that owns it uses it. */
export interface ConnectSession extends SessionHandle {
  /** Tells sessions of one page apart. */
  readonly id: number;
  readonly opener: Element | null;
  /** What the frame in front is opened with; `null` before the first and after its end. */
  frameOptions: () => (CheckedAuthKitOptions & { ticket: string }) | null;
  /** The frame's `load`, which says nothing of what was loaded. */
  frameLoaded: () => void;
  /** From the guard. */
  receive: (message: AuthKitMessage) => void;
  /** The frame could not be opened, or is known to be blocked. */
  fail: (error: ConnectError) => void;
  /** A new ticket and a new frame in the same dialog, or the save once more. */
  retry: () => void;
  /** Ends it because nobody, or somebody else, is signed in now. */
  abandon: (error?: ConnectError) => void;
}
