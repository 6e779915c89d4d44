/** One permission that the provider asks people for. */
export interface ConnectorScope {
  /** As the provider writes it, e.g. `https://www.googleapis.com/auth/gmail.send`. */
  id: string;
  /**
   * What it allows, in English, worded to follow "to": `send mail`. Absent when the server has no
   * title for it.
   */
  title?: string | undefined;
}

/** One entry of the catalog: something that can be connected. */
export interface Connector {
  /** Pica's id of the platform, e.g. `gmail`; never shown to people. */
  platform: string;
  /** Display name, e.g. `Gmail`; also what AuthKit's `selectedConnection` wants. */
  name: string;
  /** `null` when the catalog has none. The gallery then lists the connector under "Other". */
  category: string | null;
  /** Absolute `https:` address of a logo, or `null`. */
  image: string | null;
  /** What the connector is for. Cards show the first line. */
  description?: string | undefined;
  /** Whether it is connected by signing in at the provider; absent when unknown. */
  oauth?: boolean | undefined;
  /** Pica's tags, which the search reads too. */
  tags: string[];
  /** How many actions Pica offers for it. */
  actionCount: number;
  /**
   * What people are asked to allow when they sign in. Absent when unknown, which is always so on
   * Pica.
   */
  scopes?: ConnectorScope[] | undefined;
  /** Why this viewer cannot connect it, in the product's words; absent when they can. */
  unavailable?: string | undefined;
}

/** Answer of `GET /connectors`. */
export interface ConnectorsResponse {
  /** A–Z by name, in the order of English. */
  connectors: Connector[];
  /** How many connectors there are. */
  total: number;
}
