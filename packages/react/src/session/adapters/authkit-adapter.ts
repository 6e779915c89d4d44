import type { ComponentType } from "react";
import type { ConnectApi } from "../../api/client.ts";
import type { LayerOrigin } from "../../ui/layer-origin.ts";
import type { ConnectEvent } from "../connect-event.ts";
import type { ConnectSession, ConnectSessionDependencies } from "../connect-session.ts";
import type { ProviderRedirect } from "../message-guard.ts";
import type { SessionState, SessionTarget } from "../session-state.ts";

/** The options that AuthKit's page gets, on Pica and on One. */
export interface AuthKitPageOptions {
  token: { url: string; headers: Record<string, string> };
  baseUrl: string;
  appTheme: "light" | "dark";
  title: string | undefined;
  imageUrl: string | undefined;
  companyName: string | undefined;
  /** Display name of the one connector to show. */
  selectedConnection: string | undefined;
  showNameInput: boolean;
}

/** Where AuthKit's frame is inserted, and with which attributes. */
export interface FramePlacement {
  parent: HTMLElement;
  /** Accessible name of the frame. */
  title: string;
  /** Value of the frame's `allow`. */
  allow: string;
}

/** A frame with AuthKit's page in it. */
export interface OpenedFrame {
  element: HTMLIFrameElement;
  remove: () => void;
  /**
   * Redirects the page to a provider. Absent if sign-ins open in a popup.
   * @returns Whether the redirect has begun.
   */
  redirectToProvider?: ((redirect: ProviderRedirect) => boolean) | undefined;
}

/** An AuthKit: Pica's package, or the kit's own frame of One's page. */
export interface AuthKitDriver {
  /** Name and version, for developers. */
  name: string;
  /** Types of the messages that AuthKit's page posts. */
  messageTypes: ReadonlySet<string>;
  /** Called in every render of the frame's component. The returned function opens the frame. */
  useOpenFrame: (
    options: AuthKitPageOptions,
    session: ConnectSession,
  ) => (placement: FramePlacement) => OpenedFrame;
}

/** Props of an {@link AuthKitModule}'s `ConnectSessionView`. */
export interface ConnectSessionViewProps {
  session: ConnectSession | null;
  state: SessionState | null;
  authKit: AuthKitDriver;
}

/** The chunk that the first press, or the pointer's approach, loads: dialog, frame and package. */
export interface AuthKitModule {
  authKit: AuthKitDriver;
  ConnectSessionView: ComponentType<ConnectSessionViewProps>;
}

/** How a provider reaches AuthKit. */
export interface AuthKitAdapter {
  /** Address of AuthKit's page unless the product gives one. */
  defaultBaseUrl: string;
  load: () => Promise<AuthKitModule>;
  /** Resumes the session that redirected this tab to a provider, if the page has returned. */
  resume?: ((dependencies: ResumeDependencies) => Promise<void>) | undefined;
  /**
   * Subscribes to resumed sessions, the current one included. `join` gets the target of a session
   * that may have been started inside `root`, or, with `null`, outside of the kit's components.
   * @returns Ends the subscription.
   */
  subscribeToResume?:
    | ((root: Element | null, join: (target: SessionTarget) => void) => () => void)
    | undefined;
}

/** What an adapter needs to resume a session. */
export interface ResumeDependencies {
  api: ConnectApi;
  emit: (event: ConnectEvent) => void;
  sessionKey: (target: SessionTarget) => string;
  /** Starts a session, unless one is running. `overrides` replace what it depends on. */
  startSession: (
    target: SessionTarget,
    openedFrom: LayerOrigin,
    overrides: Partial<ConnectSessionDependencies>,
  ) => Promise<unknown> | null;
}
