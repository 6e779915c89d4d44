import type { AttentionMessages } from "./attention-messages.ts";
import type { ButtonMessages } from "./button-messages.ts";
import type { ChecklistMessages } from "./checklist-messages.ts";
import type { ConnectRequestMessages } from "./connect-request-messages.ts";
import type { ConnectionMessages } from "./connection-messages.ts";
import type { GalleryMessages } from "./gallery-messages.ts";
import type { ListMessages } from "./list-messages.ts";
import type { ReconnectLinkMessages } from "./reconnect-link-messages.ts";
import type { SessionMessages } from "./session-messages.ts";

/**
 * The texts that several components share, in sections, one per part. A text with a value in it is a
 * function, so that each language orders and declines it as it needs.
 */
export interface Messages {
  /** The connect dialog, and the causes of failures wherever they are shown. */
  session: SessionMessages;
  /** A connection's health, in badges, rows and menus. */
  connection: ConnectionMessages;
  /** The texts of `ConnectButton`. */
  button: ButtonMessages;
  /** The texts of `ConnectionsList`. */
  list: ListMessages;
  /** The texts of `ConnectorGallery`. */
  gallery: GalleryMessages;
}

/**
 * Sections that belong to a single component. Their English is loaded with that component.
 */
export interface ComponentMessages {
  attention: AttentionMessages;
  checklist: ChecklistMessages;
  connectRequest: ConnectRequestMessages;
  reconnectLink: ReconnectLinkMessages;
}

/** Every text of the kit in one language. */
export interface Language extends Messages, ComponentMessages {}

/** The texts that a product gives, without any that are `undefined`. */
export type GivenMessages = Partial<{ [Section in keyof Language]: Partial<Language[Section]> }>;

/** A product's own wording: any text of any section. */
export type MessageOverrides = {
  [Section in keyof Language]?:
    | { [Text in keyof Language[Section]]?: Language[Section][Text] | undefined }
    | undefined;
};
