import type { Connector } from "@authkit-ui/contract";

/** What every contestant is given: all data is at hand before it is mounted. */
export interface PageData {
  connectors: Connector[];
  /** Base path of the real connect server that knows the same connectors. */
  endpoint: string;
}

/** One way to show connectors, on a page of its own. */
export interface PageContestant {
  mount(root: HTMLElement, data: PageData): void;
  /** Selector of one connector. */
  card: string;
  /** Selector of its name within it; the whole card where there is nothing else. */
  name?: string;
  /** Selector of what is typed into; absent where typing finds nothing. */
  input?: string;
}
