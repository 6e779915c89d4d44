import type { ComponentType } from "react";
import type { ConnectApi } from "../../api/client.ts";
import type { LayerTrigger } from "../../ui/layer-trigger.ts";
import type { ConnectEvent } from "../connect-event.ts";
import type { ConnectSession, ConnectSessionDependencies } from "../connect-session.ts";
import type { ProviderRedirect } from "../message-guard.ts";
import type { SessionRequest, SessionState } from "../session-state.ts";

/** What AuthKit's page is told, whichever generation's it is. */
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

/** Where AuthKit's frame shall stand, and how. */
export interface FramePlace {
  host: HTMLElement;
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
   * Sends the whole page to a provider. Absent where the sign-in has a window of its own.
   * @returns Whether the page is on its way.
   */
  leave?: ((redirect: ProviderRedirect) => boolean) | undefined;
}

/** AuthKit as Pica's package brings it, or as the kit itself speaks with One's page. */
export interface AuthKitPackage {
  /** Name and version, for developers. */
  name: string;
  /** Types of the messages that AuthKit's page posts. */
  messageTypes: ReadonlySet<string>;
  /** Called in every render of the frame's component. The returned function opens the frame. */
  useOpenFrame: (
    options: AuthKitPageOptions,
    session: ConnectSession,
  ) => (place: FramePlace) => OpenedFrame;
}

/** Props of an {@link AuthKitModule}'s `ConnectSessionView`. */
export interface ConnectSessionViewProps {
  session: ConnectSession;
  state: SessionState;
  authKit: AuthKitPackage;
}

/** The chunk that the first press, or the pointer's approach, loads: dialog, frame and package. */
export interface AuthKitModule {
  authKit: AuthKitPackage;
  ConnectSessionView: ComponentType<ConnectSessionViewProps>;
}

/** How a provider reaches AuthKit. */
export interface AuthKitAdapter {
  /** Address of AuthKit's page unless the product gives one. */
  defaultBaseUrl: string;
  load: () => Promise<AuthKitModule>;
  /** Goes on with the session that left this tab for a provider's page, if the page is back. */
  resume?: ((store: ResumingStore) => Promise<void>) | undefined;
  /**
   * Calls `join` once there is a session that has come back, for who has started it: the component
   * with this root element, or `useConnect`, which has none. @returns Stops it.
   */
  onReturn?:
    | ((root: Element | null, join: (request: SessionRequest) => void) => () => void)
    | undefined;
}

/** What an adapter needs of a store to go on with a session. */
export interface ResumingStore {
  api: ConnectApi;
  emit: (event: ConnectEvent) => void;
  sessionKey: (request: SessionRequest) => string;
  /** Starts a session with these in place of the store's, unless one is running. */
  start: (
    request: SessionRequest,
    trigger: LayerTrigger,
    own: Partial<ConnectSessionDependencies>,
  ) => Promise<unknown> | null;
}
