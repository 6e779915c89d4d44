import type { IdentityType } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import type { InitialData } from "../data/hydrate-initial-data.ts";
import type { MessageOverrides } from "../messages/messages.ts";
import type { AuthKitOptions } from "../session/authkit-options.ts";
import type { ConnectEvent } from "../session/connect-event.ts";

/** Props of `ConnectProvider`. */
export interface ConnectProviderProps {
  /** Your app, or the part of it that uses the kit. */
  children?: ReactNode | undefined;
  /**
   * Where the server's handler is mounted; relative is fine. With a slash at its end every address
   * ends with one, for hosts that add it by a redirect.
   * @default "/api/connect"
   */
  endpoint?: string | undefined;
  /**
   * Who is signed in, as your product names them. A change drops everything that was loaded, and
   * ends a running connect session, before the next paint.
   */
  viewerKey: string;
  /**
   * Whose connections, unless a component says otherwise.
   * @default "user"
   */
  identityType?: IdentityType | undefined;
  /**
   * As `fetch` takes it.
   * @default "same-origin"
   */
  credentials?: RequestCredentials | undefined;
  /** Headers of every request to the endpoint, or a function that makes them for each. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /**
   * Your own query client, to share its cache.
   * @default a client of the kit's own
   */
  queryClient?: QueryClient | undefined;
  /** What the server has read already, for the first render. */
  initialData?: InitialData | undefined;
  /**
   * Name of the search parameter that asks the viewer to reconnect a connection, e.g. in a link of
   * an email: `?ak-reconnect=<connection id>`. `null` turns it off.
   * @default "ak-reconnect"
   */
  reconnectParameter?: string | null | undefined;
  /** Where AuthKit's page is, and what it says. */
  authKit?: AuthKitOptions | undefined;
  /**
   * The kit's colour scheme. `"system"` is the colour scheme of the page around the kit.
   * @default "system"
   */
  theme?: "light" | "dark" | "system" | undefined;
  /**
   * BCP 47 tag, for dates, numbers and sorting. With it, everything that the kit renders has a
   * `lang` attribute.
   * @default "en"
   */
  locale?: string | undefined;
  /**
   * A language of `@authkit-ui/react/locales/*`, or single texts of your own.
   * @default English
   */
  messages?: MessageOverrides | undefined;
  /**
   * The kit's direction.
   * @default the direction of the page around the kit
   */
  dir?: "ltr" | "rtl" | undefined;
  /** Called for what people do with the kit, for your analytics. */
  onEvent?: ((event: ConnectEvent) => void) | undefined;
  /** The server answered 401: nobody is signed in to your product any more. */
  onUnauthorized?: ((error: ConnectError) => void) | undefined;
}
