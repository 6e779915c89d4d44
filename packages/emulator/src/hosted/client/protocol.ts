/** What the embedding page sends, in `?data=` and again by `postMessage`. */
export interface AuthKitPayload {
  linkTokenEndpoint: string;
  linkHeaders?: Record<string, unknown> | undefined;
  title?: string | undefined;
  imageUrl?: string | undefined;
  companyName?: string | undefined;
  /** Display name of the one connector to show. */
  selectedConnection?: string | undefined;
  showNameInput?: boolean | undefined;
  appTheme?: "light" | "dark" | undefined;
  /** From `@withone/auth`: whether the embedding page can be sent to the provider. */
  capabilities?: { oauthRedirect?: boolean | undefined } | undefined;
  /** From `@withone/auth`: the sign-in whose result is asked for. */
  checkState?: string | undefined;
}

/** What the page needs of a row of the token body. */
export interface TokenRow {
  connectionDefId: number;
  title: string;
  image?: string | undefined;
}

/** The pages of the token body, put together. */
export interface Token {
  rows: TokenRow[];
  requestId: number;
  isWhiteLabel: boolean;
}

/** One input of a key form. */
export interface FormField {
  name: string;
  label: string;
  secret?: boolean | undefined;
  placeholder?: string | undefined;
  hint?: string | undefined;
}

/** How a connector is connected. */
export interface ConnectorForm {
  oauth: boolean;
  fields: FormField[];
}

/** How a sign-in at the provider stands. */
export type OAuthCheck =
  | { status: "pending" }
  | { status: "connected"; connection: ConnectionMessage }
  | { status: "failed"; message: string };

/** The connection record of `LINK_SUCCESS`; the page passes it on as it is. */
export interface ConnectionMessage {
  key: string;
  platform: string;
}

/** What the emulator passes to its page. */
export interface PageConfig {
  basePath: string;
  /** Milliseconds between two checks of a sign-in. */
  pollInterval: number;
  faults: {
    repeat: number;
    late: number;
    early: boolean;
    forge: boolean;
  };
}
