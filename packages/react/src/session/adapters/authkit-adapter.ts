import type { ComponentType } from "react";
import type { ConnectSession } from "../connect-session.ts";
import type { SessionState } from "../session-state.ts";

/** Options of AuthKit's hook, the same in both of its packages. */
export interface AuthKitHookOptions {
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

/** AuthKit's package: Pica's, or One's, as Pica is called since 2026. */
export interface AuthKitPackage {
  /** Name and version, for developers. */
  name: string;
  /** Types of the messages that the package's own listener acts on. */
  messageTypes: ReadonlySet<string>;
  useAuthKit: (options: AuthKitHookOptions) => { open: () => void; close: () => void };
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
}
