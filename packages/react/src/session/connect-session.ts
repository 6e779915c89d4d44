import type { ComponentType } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectStore } from "../provider/connect-store.ts";
import type { LayerOrigin } from "../ui/layer-origin.ts";
import type { AuthKitAdapter } from "./adapters/authkit-adapter.ts";
import type { CheckedAuthKitOptions } from "./authkit-options.ts";
import type { SessionEventProps } from "./connect-event.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";
import type { AuthKitMessage } from "./message-guard.ts";
import type { PublicSession, SessionObserver, SessionSnapshot } from "./session-store.ts";

/** Loads what only a press needs: a session's course, its dialog, and AuthKit. */
export type LoadAdapter = () => Promise<{ startConnectFlow: StartConnectFlow }>;
export type StartConnectFlow = (shell: FlowContext) => ConnectFlow;

/** A running session, as the provider that owns it uses it. */
export interface ConnectSession extends PublicSession {
  /** Tells sessions of one page apart. */
  readonly id: number;
  readonly origin: LayerOrigin;
  /** What goes on in it; `null` while that is being loaded. */
  readonly course: ConnectFlow | null;
  /** Ends it, whatever goes on in it. */
  end: (outcome: ConnectOutcome) => void;
}

/** A session as its own course moves it: there from the press on, before any course is loaded. */
export interface FlowContext {
  session: ConnectSession;
  /** Of the provider that runs it. */
  store: ConnectStore;
  facts: SessionEventProps;
  /** Aborted when the session ends. */
  signal: AbortSignal;
  /** Milliseconds since the press. */
  duration: () => number;
  change: (part: Partial<SessionSnapshot>) => void;
  /** Runs product code for everyone who listens. */
  tell: (message: (observer: SessionObserver) => void) => void;
}

/** What goes on in a session, from the server's ticket to the stored connection. */
export interface ConnectFlow {
  /** Shows it: the dialog with AuthKit's page in it. */
  readonly View: ComponentType<ConnectSessionViewProps>;
  readonly generation: AuthKitAdapter;
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
  /** The person has had enough; what is being saved is still waited for. */
  close: () => void;
}

/** Props of a course's `View`. */
export interface ConnectSessionViewProps {
  session: ConnectSession;
  course: ConnectFlow;
  snapshot: SessionSnapshot;
}
